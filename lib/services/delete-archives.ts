import { authorize } from '@/lib/data/authorize'
import { listDependants } from '@/lib/data/reports/list-dependants'
import { lockArchives } from '@/lib/data/reports/lock-archives'
import { transact } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'
import { recordDeleted } from './record-deleted'
import { removeStored } from './remove-stored'

export type DeletedArchives = {
  files: number
  bytes: number
  /** Files that were left, since these reports take records from them. */
  needed: { files: number; by: string[] }
}

/** Said where there is nothing to delete. */
export const noFile = 'There is no archived file to delete.'

const heldFile = (by: string) =>
  `${by} put this report on hold, so its files are not deleted. Release it first, on its page or under Storage.`

/**
 * Deletes archived files of a report: all, or that of one request. Their hashes, sizes and rows stay on record. A file
 * that another report takes records from is left, unless that report is among `alsoDeleting`. What can't be removed
 * from the store now is removed by the worker's sweep.
 * @throws AppError `forbidden` without `archives.delete`; `not-found` where there is no file; `conflict` for one on hold
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
    if (first.heldBy !== null) throw new AppError('conflict', heldFile(first.heldBy))
    const ids = archives.map((archive) => archive.requestId)
    const dependants = (await listDependants(ids, tx)).filter(
      (one) => one.reportId !== reportId && (one.isHeld || !alsoDeleting.has(one.reportId)),
    )
    const neededIds = new Set(dependants.map(({ sourceRequestId }) => sourceRequestId))
    const gone = archives.filter((archive) => !neededIds.has(archive.requestId))
    const { files, bytes } = await recordDeleted(
      tx,
      actor,
      { reportId, requestId, title: first.title },
      gone,
    )
    return {
      keys: gone.map((archive) => archive.storeKey),
      files,
      bytes,
      needed: {
        files: neededIds.size,
        by: [...new Set(dependants.map(({ title }) => title))],
      },
    }
  })
  await removeStored(keys)
  return deleted
}
