import type { Direction, ProductCode } from '@/lib/catalogue/products'
import type { Tx } from '@/lib/db/client'
import type { AskedRequest } from '@/lib/plan/paid-request'

/** A request that will be charged, or was, before REPORTS-USAGE told. */
export type Pending = AskedRequest & { records: number | null }

type Row = Omit<Pending, 'dateStart' | 'dateEnd' | 'records'> & {
  dateStart: Date
  dateEnd: Date
  records: bigint | null
}

/**
 * Requests of this month (UTC) that REPORTS-USAGE does not show as finished: on their way, or finished after it was last
 * read. `records` is what Vonage counted, where it has. What failed or was cancelled is not charged.
 */
export async function listPending(tx: Tx, accountIds: readonly string[]): Promise<Pending[]> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT q."id" AS "key", q."accountId", q."targetAccountId", q."product", q."direction", q."dateStart",
      q."dateEnd", q."includeSubaccounts", q."filters", COALESCE(a."rows", q."itemsCount") AS "records"
    FROM "ReportRequest" q
    LEFT JOIN "Archive" a ON a."requestId" = q."id"
    LEFT JOIN "UsageFetch" f ON f."accountId" = q."accountId"
    WHERE q."accountId" = ANY(${[...accountIds]}::uuid[])
      AND COALESCE(q."receiveTime", q."createdAt") >= date_trunc('month', app_now(), 'UTC')
      AND (q."state" IN ('queued', 'submitting', 'unconfirmed', 'running')
        OR (q."state" IN ('archiving', 'ready', 'expired') AND q."finishedSeenAt" IS NOT NULL
          AND (f."fetchedTo" IS NULL OR f."fetchedTo" <= q."finishedSeenAt")))
      AND NOT EXISTS (SELECT 1 FROM "UsageRecord" u WHERE u."requestId" = q."id" AND u."finishedAt" IS NOT NULL)`
  return rows.map((row) => ({
    ...row,
    product: row.product as ProductCode,
    direction: row.direction as Direction | null,
    dateStart: row.dateStart.toISOString(),
    dateEnd: row.dateEnd.toISOString(),
    records: row.records === null ? null : Number(row.records),
  }))
}
