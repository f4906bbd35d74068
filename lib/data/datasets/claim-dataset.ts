import { randomUUID } from 'node:crypto'
import type { ProductCode } from '@/lib/catalogue/products'
import { getDb, type Tx, transact } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'

/** How long a claim holds without being renewed, in seconds. */
export const datasetLeaseSeconds = 60

/** A dataset that a worker is preparing. Every write carries the lease. */
export type DatasetClaim = {
  id: string
  reportId: string
  product: ProductCode
  /** What was wanted when it was taken: when more is by its end, it is done again. */
  wishes: number
  /** How many tries came to nothing, this one counted: it may take the whole process with it. */
  tries: number
  leaseId: string
}

/** When it is tried again after the first, second and third try, in seconds. */
const retrySeconds = [60, 300, 1800]
/** Tries until a person asks for another. */
export const mostTries = retrySeconds.length + 1

/**
 * Takes the dataset that waits the longest, and counts the try before it is made; null when none is due. One whose report still has requests of the product on
 * their way waits for them.
 */
export async function claimDataset(): Promise<DatasetClaim | null> {
  const leaseId = randomUUID()
  const rows = await getDb().$queryRaw<Omit<DatasetClaim, 'leaseId'>[]>`
    UPDATE "Dataset" d
    SET "leaseId" = ${leaseId}::uuid, "leaseUntil" = app_now() + make_interval(secs => ${datasetLeaseSeconds}),
      "faults" = d."faults" + 1,
      "dueAt" = app_now() + make_interval(secs => COALESCE((${retrySeconds}::int[])[d."faults" + 1], ${retrySeconds.at(-1)}))
    FROM (
      SELECT x."id" FROM "Dataset" x
      WHERE x."dueAt" <= app_now() AND (x."leaseUntil" IS NULL OR x."leaseUntil" < app_now())
        AND NOT EXISTS (
          SELECT 1 FROM "ReportRequest" q
          WHERE q."reportId" = x."reportId" AND q."product" = x."product" AND q."replacedById" IS NULL
            AND q."state" IN ('queued', 'submitting', 'running', 'archiving'))
      ORDER BY x."dueAt" LIMIT 1 FOR UPDATE SKIP LOCKED
    ) AS due
    WHERE d."id" = due."id"
    RETURNING d."id"::text, d."reportId"::text AS "reportId", d."product", d."wishes", d."faults" AS "tries"`
  const row = rows[0]
  return row ? { ...row, leaseId } : null
}

/** Holds a claim for another while. False when it was lost. */
export async function renewDatasetLease({ id, leaseId }: DatasetClaim): Promise<boolean> {
  const count = await getDb().$executeRaw`
    UPDATE "Dataset" SET "leaseUntil" = app_now() + make_interval(secs => ${datasetLeaseSeconds})
    WHERE "id" = ${id}::uuid AND "leaseId" = ${leaseId}::uuid`
  return count === 1
}

export type DatasetPatch = Pick<
  Prisma.DatasetUncheckedUpdateManyInput,
  | 'state'
  | 'file'
  | 'bytes'
  | 'rowsIn'
  | 'rows'
  | 'files'
  | 'missing'
  | 'columns'
  | 'problem'
  | 'preparedAt'
  | 'faults'
  | 'dueAt'
>

/**
 * Writes what came of a preparation and gives the dataset out of hand. Where its files changed meanwhile nothing of it
 * counts, and it is due again.
 * @returns false when nothing was written but that
 */
export function settleDataset(claim: DatasetClaim, patch: DatasetPatch): Promise<boolean> {
  return transact(async (tx) => {
    await lockReport(tx, claim.reportId)
    const free = { leaseId: null, leaseUntil: null }
    const mine = { id: claim.id, leaseId: claim.leaseId }
    const { count } = await tx.dataset.updateMany({
      where: { ...mine, wishes: claim.wishes },
      data: { ...patch, ...free },
    })
    if (count === 0) await tx.dataset.updateMany({ where: mine, data: free })
    return count === 1
  })
}

/** Before its datasets, as the triggers do: nobody waits in a circle then. */
export async function lockReport(tx: Tx, reportId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Report" WHERE "id" = ${reportId}::uuid FOR NO KEY UPDATE`
}
