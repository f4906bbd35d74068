import { recordAudit } from '@/lib/data/audit/record-audit'
import { authorize } from '@/lib/data/authorize'
import { recordEvent } from '@/lib/data/events/record-event'
import { listDependants } from '@/lib/data/reports/list-dependants'
import { lockArchives } from '@/lib/data/reports/lock-archives'
import { appNow, transact } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import { reportFault } from '@/lib/errors/report-fault'
import type { UserActor } from '@/lib/schemas/actor'
import { getArchiveStore } from './archive-store'

export type DeletedArchives = {
  files: number
  bytes: number
  /** Files that were left, since these reports take records from them. */
  needed: { files: number; by: string[] }
}

/** Said where there is nothing to delete. */
export const noFile = 'There is no archived file to delete.'

/**
 * Deletes archived files of a report: all, or that of one request. Their hashes, sizes and rows stay on record. A file
 * that another report takes records from is left, unless that report is among `alsoDeleting`. What can't be removed
 * from the store now is removed by the worker's sweep.
 * @throws AppError `forbidden` without `archives.delete`; `not-found` where there is no file
 */
export async function deleteArchives(
  actor: UserActor,
  { reportId, requestId }: { reportId: string; requestId?: string | undefined },
  alsoDeleting: ReadonlySet<string> = new Set(),
): Promise<DeletedArchives> {
  authorize(actor, 'archives.delete')
  const { keys, ...deleted } = await transact(async (tx) => {
    const archives = await lockArchives(tx, reportId, requestId)
    const [first] = archives
    if (!first) throw new AppError('not-found', noFile)
    const ids = archives.map((archive) => archive.requestId)
    const dependants = (await listDependants(ids, tx)).filter(
      (one) => one.reportId !== reportId && !alsoDeleting.has(one.reportId),
    )
    const neededIds = new Set(dependants.map(({ sourceRequestId }) => sourceRequestId))
    const gone = archives.filter((archive) => !neededIds.has(archive.requestId))
    const sum = (of: 'bytes' | 'rows') => gone.reduce((total, one) => total + Number(one[of]), 0)
    if (gone.length > 0) {
      const at = await appNow(tx)
      await tx.archive.updateMany({
        where: { requestId: { in: gone.map((archive) => archive.requestId) } },
        data: { deletedAt: at, deletedBy: actor.name },
      })
      const data = { files: gone.length, rows: sum('rows'), bytes: sum('bytes') }
      await recordEvent(tx, actor, {
        reportId,
        ...(requestId ? { requestId } : {}),
        kind: 'archive-deleted',
        data,
        at,
      })
      const subject = { kind: 'report' as const, id: reportId, name: first.title }
      await recordAudit(tx, actor, { kind: 'file.deleted', subject, data, at })
    }
    return {
      keys: gone.map((archive) => archive.storeKey),
      files: gone.length,
      bytes: sum('bytes'),
      needed: {
        files: neededIds.size,
        by: [...new Set(dependants.map(({ title }) => title))],
      },
    }
  })
  for (const key of keys)
    await getArchiveStore()
      .remove(key)
      .catch((error: unknown) => reportFault(error, 'delete archives'))
  return deleted
}
