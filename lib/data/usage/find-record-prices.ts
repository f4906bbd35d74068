import type { Tx } from '@/lib/db/client'
import type { RecordPrice } from '@/lib/plan/cost-estimate'

/** Prices fall with volume: of the newest lines only. */
const newest = 50

/**
 * What a record cost each account of late, by what REPORTS-USAGE charged: of the product, or where none of it was
 * charged yet of all products. Only lines in the currency of the newest count; without any line there is no price.
 */
export async function findRecordPrices(
  tx: Tx,
  wanted: readonly { accountId: string; product: string }[],
): Promise<RecordPrice[]> {
  const list = JSON.stringify(wanted)
  const rows = await tx.$queryRaw<RecordPrice[]>`
    SELECT k."accountId", k."product", p.*
    FROM jsonb_to_recordset(${list}::jsonb) AS k("accountId" uuid, "product" text)
    CROSS JOIN LATERAL (
      SELECT l."currency", trim_scale(round(sum(l."totalPrice") / sum(l."itemsWritten"), 12))::text AS "perRecord",
        bool_and(l."ofProduct") AS "ofProduct"
      FROM (
        SELECT u."currency", u."totalPrice", u."itemsWritten", u."product" = k."product" AS "ofProduct",
          first_value(u."currency") OVER newest AS "last", first_value(u."product" = k."product") OVER newest AS "best"
        FROM "UsageRecord" u
        WHERE u."accountId" = k."accountId" AND u."isCharged" AND u."itemsWritten" > 0 AND u."totalPrice" > 0
        WINDOW newest AS (ORDER BY u."product" = k."product" DESC, u."receivedAt" DESC, u."recordId" DESC)
        ORDER BY u."product" = k."product" DESC, u."receivedAt" DESC, u."recordId" DESC
        LIMIT ${newest}
      ) AS l
      WHERE l."currency" = l."last" AND l."ofProduct" = l."best"
      GROUP BY l."currency"
    ) AS p`
  return rows
}
