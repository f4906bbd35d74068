import type { ChartTable } from './drawn-chart'

/**
 * A chart’s numbers as CSV. A text that a spreadsheet would run as a formula begins with an apostrophe; numbers and
 * telephone numbers are left as they are.
 */
export function chartCsv({ head, rows }: ChartTable): string {
  return [head, ...rows].map((line) => `${line.map(toField).join(',')}\r\n`).join('')
}

function toField(value: string): string {
  const isPlain = /^[+-]?\d+(\.\d+)?$/.test(value)
  const safe = !isPlain && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
