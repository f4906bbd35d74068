import { stringify } from 'csv-stringify/sync'

/**
 * Lines of a CSV, every field in quotes. A cell that a spreadsheet would take for a formula begins with an apostrophe:
 * names, senders and texts are what strangers say of themselves.
 */
export function toCsvLines(lines: string[][]): string {
  return stringify(lines, { quoted: true, escape_formulas: true })
}
