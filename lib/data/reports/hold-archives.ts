import type { Tx } from '@/lib/db/client'

/**
 * Keeps the files of requests from being deleted until the transaction ends.
 * @returns false when one of them is deleted already
 */
export async function holdArchives(tx: Tx, requestIds: readonly string[]): Promise<boolean> {
  const ids = [...new Set(requestIds)]
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Archive" WHERE "requestId" = ANY(${ids}::uuid[]) AND "deletedAt" IS NULL
    ORDER BY "requestId" FOR SHARE`
  return held.length === ids.length
}
