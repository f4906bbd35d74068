import type { Tx } from '@/lib/db/client'

/** What a page of a look-up cost, as Vonage said with it. */
export type UnbilledPage = { accountId: string; currency: string; price: string | null }

/**
 * Pages of look-ups of this month (UTC) that REPORTS-USAGE does not show yet: fetched after it was last read, and in none
 * of its lines. One without a price counts as unknown, unless it brought nothing.
 */
export function listUnbilledPages(tx: Tx, accountIds: readonly string[]): Promise<UnbilledPage[]> {
  return tx.$queryRaw<UnbilledPage[]>`
    SELECT l."accountId"::text AS "accountId", p."currency", trim_scale(p."price")::text AS "price"
    FROM "RecordPage" p JOIN "RecordLookup" l ON l."id" = p."lookupId"
    LEFT JOIN "UsageFetch" f ON f."accountId" = l."accountId"
    WHERE l."accountId" = ANY(${[...accountIds]}::uuid[]) AND l."product" <> 'REPORTS-USAGE'
      AND (p."price" <> 0 OR (p."price" IS NULL AND jsonb_array_length(p."records") > 0))
      AND COALESCE(p."receivedAt", p."createdAt") >= date_trunc('month', app_now(), 'UTC')
      AND (f."fetchedTo" IS NULL OR f."fetchedTo" <= COALESCE(p."receivedAt", p."createdAt"))
      AND NOT EXISTS (SELECT 1 FROM "UsageRecord" u WHERE u."recordId" = p."requestId" AND u."lookupId" = l."id")`
}
