import { randomUUID } from 'node:crypto'
import { recordAudit } from '@/lib/data/audit/record-audit'
import { authorize } from '@/lib/data/authorize'
import { recordEvent } from '@/lib/data/events/record-event'
import { appNow, type Tx, transact } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import { wake } from '@/lib/queue/boss'
import type { UserActor } from '@/lib/schemas/actor'
import type { CreateReportInput } from '@/lib/schemas/create-report'
import { finalStates } from '@/lib/schemas/states'
import { lockRequest, refuseInState } from './change-request'
import type { RequestRef } from './request-actions'

/** The report that an earlier retry made, while it is on its way: a second click must not be billed a second time. */
async function findRunningRetry(tx: Tx, requestId: string): Promise<string | null> {
  const last = await tx.event.findFirst({
    where: { requestId, kind: 'retried' },
    orderBy: { id: 'desc' },
    select: { data: true },
  })
  const reportId = (last?.data as { reportId?: string } | undefined)?.reportId
  if (!reportId) return null
  const running = await tx.reportRequest.count({
    where: { reportId, state: { notIn: [...finalStates] } },
  })
  return running > 0 ? reportId : null
}

/**
 * Asks for an ended request's records anew, as a new report with the same parameters. Billed anew. A rejected one would
 * be refused again: it is duplicated and corrected instead.
 */
export async function retryRequest(
  actor: UserActor,
  { requestId }: RequestRef,
): Promise<{ reportId: string }> {
  authorize(actor, 'reports.create')
  return transact(async (tx) => {
    const request = await lockRequest(tx, requestId)
    if (!['failed', 'expired', 'cancelled'].includes(request.state))
      refuseInState(request.state, 'retried')
    if (request.account.removedAt)
      throw new AppError('gone', 'The account of this report was removed. Add it again first.')
    const old = await tx.reportRequest.findUniqueOrThrow({
      where: { id: requestId },
      select: {
        product: true,
        direction: true,
        targetAccountId: true,
        dateStart: true,
        dateEnd: true,
        includeSubaccounts: true,
        filters: true,
        report: { select: { title: true, timeZone: true, parameters: true } },
      },
    })
    const again = await findRunningRetry(tx, requestId)
    if (again) return { reportId: again }
    const { report, filters, ...parameters } = old
    const now = await appNow(tx)
    const formId = randomUUID()
    const created = await tx.report.create({
      data: {
        formId,
        createdById: actor.id,
        title: report.title,
        timeZone: report.timeZone,
        parameters: { ...(report.parameters as CreateReportInput), formId },
        createdAt: now,
        requests: {
          create: {
            ...parameters,
            accountId: request.accountId,
            filters: filters ?? {},
            dueAt: now,
            createdAt: now,
          },
        },
      },
      select: { id: true, requests: { select: { id: true } } },
    })
    await recordEvent(tx, actor, {
      reportId: request.reportId,
      requestId,
      kind: 'retried',
      data: { reportId: created.id },
      at: now,
    })
    await recordAudit(tx, actor, {
      kind: 'report.retried',
      subject: { kind: 'report', id: request.reportId, name: report.title },
      data: { requestId, newReportId: created.id },
      at: now,
    })
    for (const made of created.requests) {
      await recordEvent(tx, actor, {
        reportId: created.id,
        requestId: made.id,
        kind: 'created',
        at: now,
      })
      await wake(tx, 'request', { requestId: made.id }, { delayMs: 0, group: request.accountId })
    }
    return { reportId: created.id }
  })
}
