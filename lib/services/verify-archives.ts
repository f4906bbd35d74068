import { ArchiveError } from '@/lib/archive/archive-error'
import type { ArchiveStore } from '@/lib/archive/store'
import { verifyStored } from '@/lib/archive/verify-stored'
import { getDb } from '@/lib/db/client'

export type Verified = { files: number; bytes: number; faults: string[] }

const batchSize = 500

/** Reads every file that is kept, and holds it against its recorded size and SHA-256. */
export async function verifyArchives(
  store: ArchiveStore,
  onFault: (fault: string) => void,
): Promise<Verified> {
  const sum: Verified = { files: 0, bytes: 0, faults: [] }
  let last: string | undefined
  for (;;) {
    const batch = await getDb().archive.findMany({
      where: { deletedAt: null, ...(last ? { requestId: { gt: last } } : {}) },
      orderBy: { requestId: 'asc' },
      take: batchSize,
      select: { requestId: true, storeKey: true, bytes: true, sha256: true },
    })
    for (const { requestId, storeKey, bytes, sha256 } of batch) {
      sum.files += 1
      sum.bytes += Number(bytes)
      await verifyStored(store, { key: storeKey, bytes: Number(bytes), sha256 }).catch(
        async (error) => {
          if (!(error instanceof ArchiveError)) throw error
          // Deleted while this was reading others.
          if ((await getDb().archive.count({ where: { requestId, deletedAt: null } })) === 0) return
          sum.faults.push(error.message)
          onFault(error.message)
        },
      )
    }
    last = batch.at(-1)?.requestId
    if (!last) return sum
  }
}
