import { addedColumns } from '@/lib/catalogue/added-columns'
import type { Tx } from '@/lib/db/client'
import type { AskedRequest } from '@/lib/plan/paid-request'

/** Files of a question's records: how many there were from when to when. */
export type PastFile = {
  index: number
  from: Date
  to: Date
  rows: number
  /** Of the same filters; otherwise of none. */
  isExact: boolean
}

/** More files than these, the nearest ones, don't make a guess better. */
const mostFiles = 200

/**
 * The complete files nearest to each question: of the same account, product, direction and sub-accounts, with the same
 * filters or none. Filters that only add a column don't count.
 */
export async function listPastRecords(
  tx: Tx,
  asked: readonly Omit<AskedRequest, 'key'>[],
): Promise<PastFile[]> {
  const list = JSON.stringify(asked.map((one, index) => ({ ...one, index })))
  const rows = await tx.$queryRaw<(Omit<PastFile, 'rows'> & { rows: bigint })[]>`
    SELECT k."index", f.*
    FROM jsonb_to_recordset(${list}::jsonb) AS k("index" int, "accountId" uuid, "targetAccountId" text,
      "product" text, "direction" text, "dateStart" timestamptz, "includeSubaccounts" boolean, "filters" jsonb)
    CROSS JOIN LATERAL (
      SELECT q."dateStart" AS "from", q."dateEnd" AS "to", a."rows", n."filters" = k."filters" AS "isExact"
      FROM "ReportRequest" q JOIN "Archive" a ON a."requestId" = q."id",
        LATERAL (SELECT q."filters" - ${Object.keys(addedColumns)}::text[] AS "filters") n
      WHERE q."targetAccountId" = k."targetAccountId" AND q."product" = k."product"
        AND q."accountId" = k."accountId" AND q."direction" IS NOT DISTINCT FROM k."direction"
        AND q."includeSubaccounts" = k."includeSubaccounts"
        AND (n."filters" = k."filters" OR n."filters" = '{}')
        AND q."state" = 'ready' AND q."requestStatus" = 'SUCCESS'
        AND COALESCE(q."receiveTime", q."startTime") >= q."dateEnd"
      ORDER BY "isExact" DESC, abs(extract(epoch FROM q."dateStart" - k."dateStart"))
      LIMIT ${mostFiles}
    ) AS f`
  return rows.map((row) => ({ ...row, rows: Number(row.rows) }))
}
