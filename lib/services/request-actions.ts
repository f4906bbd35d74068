import { randomUUID } from 'node:crypto'
import { authorize } from '@/lib/data/authorize'
import { recordEvent } from '@/lib/data/events/record-event'
import { mayHaveBeenMade } from '@/lib/data/requests/may-have-been-made'
import { appNow, type Tx, transact } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import { wake } from '@/lib/queue/boss'
import type { UserActor } from '@/lib/schemas/actor'
import type { CreateReportInput } from '@/lib/schemas/create-report'
import { finalStates, isFinal, stateLabels } from '@/lib/schemas/states'
import { makeProblem } from './problem'
import { queueFor } from './settle-request'

type RequestRef = { requestId: string }

const actedOn = {
  id: true,
  reportId: true,
  accountId: true,
  state: true,
  leaseId: true,
  leaseUntil: true,
  account: { select: { removedAt: true } },
} as const

async function lockRequest(tx: Tx, requestId: string) {
  await tx.$queryRaw`SELECT 1 FROM "ReportRequest" WHERE "id" = ${requestId}::uuid FOR UPDATE`
  const request = await tx.reportRequest.findUnique({ where: { id: requestId }, select: actedOn })
  if (!request) throw new AppError('not-found', 'There is no such report.')
  return request
}

function refuse(state: keyof typeof stateLabels, what: string): never {
  throw new AppError(
    'conflict',
    `This report is ${stateLabels[state].toLowerCase()} now, so it can’t be ${what}.`,
  )
}

/** Asks Vonage now instead of at the next turn. Twice is as good as once. */
export async function refreshRequest(actor: UserActor, { requestId }: RequestRef): Promise<void> {
  authorize(actor, 'reports.create')
  await transact(async (tx) => {
    const request = await lockRequest(tx, requestId)
    if (isFinal(request.state) || request.state === 'unconfirmed')
      refuse(request.state, 'asked about again')
    const now = await appNow(tx)
    await tx.reportRequest.update({
      where: { id: request.id },
      data: { dueAt: now, version: { increment: 1 } },
      select: { id: true },
    })
    await recordEvent(tx, actor, {
      reportId: request.reportId,
      requestId,
      kind: 'refresh',
      at: now,
    })
    await wake(tx, queueFor(request.state), { requestId }, { delayMs: 0, group: request.accountId })
  })
}

/**
 * Cancels a request. One that was never sent ends at once; one that Vonage has is cancelled there by the worker, and
 * its end is shown, whatever it is; an unconfirmed one is only given up here.
 */
export async function cancelRequest(actor: UserActor, { requestId }: RequestRef): Promise<void> {
  authorize(actor, 'reports.cancel')
  await transact(async (tx) => {
    const request = await lockRequest(tx, requestId)
    if (isFinal(request.state)) refuse(request.state, 'cancelled')
    if (request.state === 'archiving') refuse(request.state, 'cancelled: Vonage has finished it')
    const now = await appNow(tx)
    const common = { version: { increment: 1 } } as const
    if (request.state === 'queued' || request.state === 'unconfirmed') {
      const title = (await mayHaveBeenMade(tx, request.id, request.state))
        ? 'Given up here. If Vonage made the report, it is billed all the same.'
        : 'Cancelled before it was sent. Nothing was billed.'
      await tx.reportRequest.update({
        where: { id: request.id },
        data: {
          ...common,
          state: 'cancelled',
          endedAt: now,
          dueAt: null,
          cancelRequestedAt: now,
          // A worker may hold it to send it: without its lease it can't.
          leaseId: null,
          leaseUntil: null,
          problem: makeProblem(null),
        },
        select: { id: true },
      })
      await recordEvent(tx, actor, {
        reportId: request.reportId,
        requestId,
        kind: 'cancelled',
        data: { title },
        at: now,
      })
      return
    }
    await tx.reportRequest.update({
      where: { id: request.id },
      data: { ...common, cancelRequestedAt: now, dueAt: now },
      select: { id: true },
    })
    await recordEvent(tx, actor, {
      reportId: request.reportId,
      requestId,
      kind: 'cancel-requested',
      at: now,
    })
    await wake(tx, queueFor(request.state), { requestId }, { delayMs: 0, group: request.accountId })
  })
}

/** Repeats a create whose answer was lost; the person was told that it may then be made and billed twice. */
export async function sendAgain(actor: UserActor, { requestId }: RequestRef): Promise<void> {
  authorize(actor, 'reports.create')
  await transact(async (tx) => {
    const request = await lockRequest(tx, requestId)
    if (request.state !== 'unconfirmed') refuse(request.state, 'sent again')
    const now = await appNow(tx)
    await tx.reportRequest.update({
      where: { id: request.id },
      data: {
        state: 'queued',
        submittedAt: null,
        candidateRequestId: null,
        cancelRequestedAt: null,
        // A worker that is looking for evidence must not write over this.
        leaseId: null,
        leaseUntil: null,
        faults: 0,
        follows: 0,
        dueAt: now,
        problem: makeProblem(null),
        version: { increment: 1 },
      },
      select: { id: true },
    })
    await recordEvent(tx, actor, {
      reportId: request.reportId,
      requestId,
      kind: 'send-again',
      at: now,
    })
    await wake(tx, 'request', { requestId }, { delayMs: 0, group: request.accountId })
  })
}

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
      refuse(request.state, 'retried')
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
