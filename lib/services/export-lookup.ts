import { stringify } from 'csv-stringify/sync'
import { toCsvLines } from '@/lib/content/csv-lines'
import { recordAudit } from '@/lib/data/audit/record-audit'
import { authorize } from '@/lib/data/authorize'
import { getLookup } from '@/lib/data/lookups/get-lookup'
import { listLookupRows } from '@/lib/data/lookups/list-lookup-rows'
import { transact } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'
import type { LookupView } from '@/lib/schemas/record-lookup'
import { csvDownload } from './csv-download'
import type { Download } from './open-download'

const batch = 1_000

/**
 * All records of a look-up that are here, as CSV, read and sent in batches.
 * @param isRaw values exactly as Vonage wrote them, also those that a spreadsheet would take for formulas
 * @throws AppError `forbidden`, `not-found`
 */
export async function exportLookup(
  actor: UserActor,
  id: string,
  { isRaw }: { isRaw: boolean },
): Promise<Download> {
  authorize(actor, 'reports.create')
  const lookup = await getLookup(actor, id)
  if (!lookup) throw new AppError('not-found', 'There is no such look-up.')
  await transact((tx) =>
    recordAudit(tx, actor, {
      kind: 'records.exported',
      subject: { kind: 'lookup', id, name: lookup.account.label },
    }),
  )
  const name = `records_${lookup.product}_${lookup.targetAccountId}_${lookup.createdAt.slice(0, 10)}.csv`
  return csvDownload(name, writeLines(actor, lookup, isRaw ? toRawLines : toCsvLines))
}

function toRawLines(lines: string[][]): string {
  return stringify(lines, { quoted: true })
}

async function* writeLines(
  actor: UserActor,
  lookup: LookupView,
  toLines: (lines: string[][]) => string,
) {
  const { columns } = await listLookupRows(actor, lookup, { from: 0, size: 0 })
  yield toLines([columns])
  for (let from = 0; ; from += batch) {
    const { rows } = await listLookupRows(actor, lookup, { from, size: batch })
    if (rows.length > 0)
      yield toLines(rows.map((row) => columns.map((column) => row[column] ?? '')))
    if (rows.length < batch) return
  }
}
