import { recordAudit } from '@/lib/data/audit/record-audit'
import { authorize } from '@/lib/data/authorize'
import { recordEvent } from '@/lib/data/events/record-event'
import { appNow, transact } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'
import type { HoldReportInput } from '@/lib/schemas/storage'

/**
 * Puts a report on hold, so that nothing and nobody deletes its files, or releases it. Asked for twice, it is done once.
 * @throws AppError `forbidden`; `not-found`
 */
export async function holdReport(
  actor: UserActor,
  { reportId, hold }: HoldReportInput,
): Promise<void> {
  authorize(actor, 'archives.delete')
  await transact(async (tx) => {
    const report = await tx.report.findUnique({ where: { id: reportId }, select: { title: true } })
    if (!report) throw new AppError('not-found', 'This report is not there.')
    const at = await appNow(tx)
    const { count } = await tx.report.updateMany({
      where: { id: reportId, heldAt: hold ? null : { not: null } },
      data: hold ? { heldAt: at, heldBy: actor.name } : { heldAt: null, heldBy: null },
    })
    if (count === 0) return
    await recordEvent(tx, actor, { reportId, kind: hold ? 'held' : 'released', at })
    await recordAudit(tx, actor, {
      kind: hold ? 'report.held' : 'report.released',
      subject: { kind: 'report', id: reportId, name: report.title },
      at,
    })
  })
}
