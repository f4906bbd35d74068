import { addedColumns } from '@/lib/catalogue/added-columns'
import type { Tx } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { AskedRequest, RunningPart } from '@/lib/plan/paid-request'

/** A question for what has the same records. `column` is what a file would be cut by. */
export type SameRecords = Omit<AskedRequest, 'key'> & { column: string }

/** `index` is that of its question. */
type Found = { index: number; requestId: string; reportId: string; from: Date; to: Date }
export type KeptFile = Found & {
  fetchedAt: Date
  rows: number
  filters: Record<string, string | boolean>
}
export type RunningRequest = Found & { state: RunningPart['state'] }

/**
 * Complete files that hold records of the same account, product, direction, sub-accounts and filters (those that only
 * add a column may be more than asked for): not cut off by
 * Vonage, fetched after the end of their range, as long as Vonage said, still here, and with the column to cut by. Of
 * those with one range only the one that was fetched last.
 */
export async function findKeptFiles(tx: Tx, asked: readonly SameRecords[]): Promise<KeptFile[]> {
  const rows = await tx.$queryRaw<(Omit<KeptFile, 'rows'> & { rows: bigint })[]>`
    SELECT k."index", f.* FROM ${questions(asked)}
    CROSS JOIN LATERAL (
      SELECT DISTINCT ON (q."dateStart", q."dateEnd") ${found},
        COALESCE(q."receiveTime", q."startTime") AS "fetchedAt", a."rows", q."filters"
      FROM "ReportRequest" q JOIN "Archive" a ON a."requestId" = q."id"
      WHERE ${sameRecords}
        AND q."state" = 'ready' AND q."requestStatus" = 'SUCCESS'
        AND COALESCE(q."receiveTime", q."startTime") >= q."dateEnd"
        AND a."deletedAt" IS NULL AND a."rows" >= COALESCE(q."itemsCount", 0)
        AND (a."rows" = 0 OR k."column" = ANY(a."columns"))
      ORDER BY q."dateStart", q."dateEnd", "fetchedAt" DESC, q."id"
    ) AS f`
  return rows.map((row) => ({ ...row, rows: Number(row.rows) }))
}

/** Requests on their way for such records; those that somebody cancels are left out. */
export function findRunningRequests(
  tx: Tx,
  asked: readonly SameRecords[],
): Promise<RunningRequest[]> {
  // OFFSET 0 keeps the planner from joining the questions to the whole table: each is answered by the index.
  return tx.$queryRaw<RunningRequest[]>`
    SELECT k."index", f.* FROM ${questions(asked)}
    CROSS JOIN LATERAL (
      SELECT ${found}, q."state"
      FROM "ReportRequest" q
      WHERE ${sameRecords}
        AND q."state" IN ('queued', 'submitting', 'unconfirmed', 'running', 'archiving')
        AND q."cancelRequestedAt" IS NULL
      OFFSET 0
    ) AS f`
}

function questions(asked: readonly SameRecords[]): Prisma.Sql {
  const list = JSON.stringify(asked.map((one, index) => ({ ...one, index })))
  return Prisma.sql`jsonb_to_recordset(${list}::jsonb) AS k("index" int, "accountId" uuid,
    "targetAccountId" text, "product" text, "direction" text, "dateStart" timestamptz, "dateEnd" timestamptz,
    "includeSubaccounts" boolean, "filters" jsonb, "column" text)`
}

const addingFilters = Prisma.sql`${Object.keys(addedColumns)}::text[]`

const found = Prisma.sql`q."id" AS "requestId", q."reportId", q."dateStart" AS "from", q."dateEnd" AS "to"`

// A request spans 13 months at most, so the index on dateEnd bounds the search from both sides.
const sameRecords = Prisma.sql`q."targetAccountId" = k."targetAccountId" AND q."product" = k."product"
  AND q."dateStart" < k."dateEnd" AND q."dateEnd" > k."dateStart"
  AND q."dateEnd" < k."dateEnd" + interval '14 months'
  AND q."accountId" = k."accountId" AND q."direction" IS NOT DISTINCT FROM k."direction"
  AND q."includeSubaccounts" = k."includeSubaccounts" AND q."filters" @> k."filters"
  AND q."filters" - ${addingFilters} = k."filters" - ${addingFilters}`
