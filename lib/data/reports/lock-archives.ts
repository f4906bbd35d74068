import type { Tx } from '@/lib/db/client'

type LockedArchive = {
  requestId: string
  storeKey: string
  bytes: bigint
  rows: bigint
  /** Of the report. */
  title: string
  /** Who put the report on hold; null: nobody. */
  heldBy: string | null
}

/** A report's archives that still have their file, of all its requests or of one, locked until the transaction ends. */
export async function lockArchives(
  tx: Tx,
  reportId: string,
  requestId: string | undefined,
): Promise<LockedArchive[]> {
  return tx.$queryRaw<LockedArchive[]>`
    SELECT a."requestId"::text, a."storeKey", a."bytes", a."rows", r."title", r."heldBy"
    FROM "Archive" a
    JOIN "ReportRequest" q ON q."id" = a."requestId"
    JOIN "Report" r ON r."id" = q."reportId"
    WHERE q."reportId" = ${reportId}::uuid AND a."deletedAt" IS NULL
      AND (${requestId ?? null}::uuid IS NULL OR q."id" = ${requestId ?? null}::uuid)
    ORDER BY a."requestId" FOR UPDATE OF a`
}
