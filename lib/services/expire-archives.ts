import { doomedArchives } from '@/lib/data/storage/doomed-archives'
import { getDb, transact } from '@/lib/db/client'
import type { Actor } from '@/lib/schemas/actor'
import { recordDeleted } from './record-deleted'
import { removeStored } from './remove-stored'

/** Files that go in one transaction. */
const batchSize = 200

type Doomed = {
  requestId: string
  storeKey: string
  bytes: bigint
  rows: bigint
  reportId: string
  title: string
}

/** Who deletes what an account keeps for some days only. */
const retention = (worker: Actor): Actor => ({ ...worker, name: 'the account’s retention' })

/**
 * Deletes the files whose days are over. Their hashes, sizes and rows stay on record.
 * @returns how many went
 */
export async function expireArchives(worker: Actor, stop?: AbortSignal): Promise<number> {
  let expired = 0
  const reports = await getDb().$queryRaw<{ reportId: string }[]>`
    SELECT DISTINCT "reportId"::text FROM (${doomedArchives}) AS doomed WHERE "goesAt" <= app_now()`
  for (const { reportId } of reports)
    for (let gone = batchSize; gone === batchSize && !stop?.aborted; expired += gone)
      gone = await expireOf(reportId, retention(worker))
  return expired
}

/** Looks again under the lock: a person may have put the report on hold, or be making one that needs its files. */
async function expireOf(reportId: string, actor: Actor): Promise<number> {
  const gone = await transact(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Report" WHERE "id" = ${reportId}::uuid FOR UPDATE`
    await tx.$queryRaw`
      SELECT 1 FROM "Archive" a JOIN "ReportRequest" q ON q."id" = a."requestId"
      WHERE q."reportId" = ${reportId}::uuid AND a."deletedAt" IS NULL ORDER BY a."requestId" FOR UPDATE OF a`
    const doomed = await tx.$queryRaw<Doomed[]>`
      SELECT "requestId"::text, "storeKey", "bytes", "rows", "reportId"::text, "title"
      FROM (${doomedArchives} AND r."id" = ${reportId}::uuid) AS doomed
      WHERE "goesAt" <= app_now() ORDER BY "requestId" LIMIT ${batchSize}`
    const [first] = doomed
    if (first) await recordDeleted(tx, actor, { reportId, title: first.title }, doomed)
    return doomed
  })
  await removeStored(gone.map(({ storeKey }) => storeKey))
  return gone.length
}
