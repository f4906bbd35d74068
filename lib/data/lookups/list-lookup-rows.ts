import { textColumns } from '@/lib/catalogue/text-columns'
import { authorize } from '@/lib/data/authorize'
import { getDb } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import type { LookupRows, RecordRow } from '@/lib/schemas/record-lookup'
import { hasRight } from '@/lib/schemas/rights'
import { orderColumns } from './order-columns'

/**
 * A stretch of a look-up's records, in Vonage's order. What this person may not see does not leave the database's layer.
 * @param from of all records of the look-up, from 0
 * @throws AppError `forbidden`
 */
export async function listLookupRows(
  actor: UserActor,
  lookup: { id: string; product: string; direction: string | null; columns: readonly string[] },
  { from, size }: { from: number; size: number },
): Promise<LookupRows> {
  authorize(actor, 'reports.create')
  authorize(actor, 'numbers.see')
  const hidden = hasRight(actor.role, 'texts.see')
    ? []
    : lookup.columns.filter((column) => textColumns.includes(column))
  const found = await getDb().$queryRaw<{ record: Record<string, unknown> }[]>`
    SELECT r."value" - ${hidden}::text[] AS "record"
    FROM "RecordPage" p CROSS JOIN LATERAL jsonb_array_elements(p."records") WITH ORDINALITY AS r("value", "place")
    WHERE p."lookupId" = ${lookup.id}::uuid
    ORDER BY p."number", r."place" LIMIT ${size} OFFSET ${from}`
  const columns = orderColumns(lookup).filter((column) => !hidden.includes(column))
  return { columns, rows: found.map(({ record }) => toRow(record, columns)), hidden, from }
}

/** Values are texts; what Vonage sends as an object, the parameters of usage, is shown as its JSON. */
function toRow(record: Record<string, unknown>, columns: readonly string[]): RecordRow {
  return Object.fromEntries(
    columns.map((column) => {
      const value = record[column]
      if (value === null || value === undefined) return [column, null]
      return [column, typeof value === 'object' ? JSON.stringify(value) : String(value)]
    }),
  )
}
