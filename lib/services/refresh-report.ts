import { recordAudit } from '@/lib/data/audit/record-audit'
import { authorize } from '@/lib/data/authorize'
import { recordEvent } from '@/lib/data/events/record-event'
import { appNow, transact } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'
import { wakeDue } from './wake-due'

/** Asks Vonage about all of a report's requests that it has, now instead of at their next turns. */
export async function refreshReport(
  actor: UserActor,
  { reportId }: { reportId: string },
): Promise<{ requests: number }> {
  authorize(actor, 'reports.create')
  return transact(async (tx) => {
    const report = await tx.report.findUnique({
      where: { id: reportId },
      select: { title: true, accountIds: true },
    })
    if (!report) throw new AppError('not-found', 'There is no such report.')
    const now = await appNow(tx)
    const { count } = await tx.reportRequest.updateMany({
      where: { reportId, replacedById: null, state: { in: ['running', 'archiving'] } },
      data: { dueAt: now, version: { increment: 1 } },
    })
    await recordEvent(tx, actor, { reportId, kind: 'refresh', at: now })
    await recordAudit(tx, actor, {
      kind: 'report.refreshed',
      subject: { kind: 'report', id: reportId, name: report.title },
      data: { requests: count },
      at: now,
    })
    for (const id of report.accountIds) await wakeDue(tx, id)
    return { requests: count }
  })
}
