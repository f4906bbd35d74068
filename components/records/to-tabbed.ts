import type { LookupRows } from '@/lib/schemas/record-lookup'

/**
 * Rows for the clipboard: parted by tabs, as spreadsheets paste them. What they would take for a formula begins with an
 * apostrophe; tabs and line ends within a value become blanks.
 */
export function toTabbed({ columns, rows }: Pick<LookupRows, 'columns' | 'rows'>): string {
  const lines = [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ''))]
  return lines.map((line) => line.map(toCell).join('\t')).join('\n')
}

function toCell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return safe.replaceAll(/[\t\r\n]+/g, ' ')
}
