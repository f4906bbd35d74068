import { getDb } from '@/lib/db/client'
import { getArchiveStore } from './archive-store'

const batchSize = 500
/** How old a file without a row must be, in milliseconds: it may be about to be recorded. */
const settledMs = 24 * 3600_000
const ownName = /^\d{4}\/\d{2}\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})-[0-9a-f]{8}\.zip$/

type StoredName = { key: string; modifiedAt: Date }

/**
 * Removes files that nothing needs: those whose archive is marked as deleted, and those of an attempt whose request has
 * its archive under another name. Any other file stays, also one that no row names: a database that was brought back
 * from an older backup, or is another one by mistake, must not cost a file.
 * @returns how many were removed
 */
export async function sweepArchives(stop?: AbortSignal): Promise<number> {
  let removed = 0
  let batch: StoredName[] = []
  for await (const file of getArchiveStore().list()) {
    if (stop?.aborted) return removed
    batch.push(file)
    if (batch.length < batchSize) continue
    removed += await sweepBatch(batch)
    batch = []
  }
  return removed + (await sweepBatch(batch))
}

async function sweepBatch(files: StoredName[]): Promise<number> {
  if (files.length === 0) return 0
  const named = await getDb().archive.findMany({
    where: { storeKey: { in: files.map(({ key }) => key) } },
    select: { storeKey: true, deletedAt: true },
  })
  const deleted = named.filter(({ deletedAt }) => deletedAt).map(({ storeKey }) => storeKey)
  const known = new Set(named.map(({ storeKey }) => storeKey))
  const unnamed = files.filter(
    ({ key, modifiedAt }) => !known.has(key) && modifiedAt.getTime() < Date.now() - settledMs,
  )
  const useless = [...deleted, ...(await findSuperseded(unnamed))]
  for (const key of useless) await getArchiveStore().remove(key)
  return useless.length
}

/** Files of attempts that lost: their request is archived under another name. */
async function findSuperseded(files: StoredName[]): Promise<string[]> {
  const byRequest = Map.groupBy(files, ({ key }) => ownName.exec(key)?.[1])
  const ids = [...byRequest.keys()].filter((id) => id !== undefined)
  const archived = await getDb().archive.findMany({
    where: { requestId: { in: ids } },
    select: { requestId: true },
  })
  return archived.flatMap(({ requestId }) => byRequest.get(requestId) ?? []).map(({ key }) => key)
}
