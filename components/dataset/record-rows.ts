import type { RecordPage } from '@/lib/schemas/records'

/** A record of a page, its cells by column. */
export type RecordRow = { number: number; cells: ReadonlyMap<string, string | null> }

const made = new WeakMap<RecordPage, readonly RecordRow[]>()

/** A page’s records, made once: the same page gives the same rows, which need not be drawn anew. */
export function toRecordRows(page: RecordPage): readonly RecordRow[] {
  const before = made.get(page)
  if (before) return before
  const rows = page.rows.map(({ number, cells }) => ({
    number,
    cells: new Map(page.columns.map((column, index) => [column, cells[index] ?? null])),
  }))
  made.set(page, rows)
  return rows
}
