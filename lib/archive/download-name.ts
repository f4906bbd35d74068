type NamedReport = {
  product: string
  direction: string | null
  /** Where files of several accounts lie side by side. */
  account?: string
  /** First and last day in the report's own time zone, `YYYY-MM-DD`, both inclusive. */
  from: string
  to: string
  id: string
  /** What else must be said of it, such as `partial_3-of-5`. */
  note?: string
}

/** A telling file name, such as `SMS_outbound_2026-06-01_2026-06-30_abcd1234.zip`: letters, digits, `_`, `-`, `.` only. */
export function toDownloadName(report: NamedReport, extension: string): string {
  const { product, direction, account, from, to, id, note } = report
  const shortId = id.replace(/[^A-Za-z0-9]/g, '').slice(0, 8)
  const parts = [product, direction, account, from, to, shortId, note]
  const safe = parts.filter(Boolean).map((part) => String(part).replace(/[^A-Za-z0-9_-]+/g, '-'))
  return `${safe.join('_')}.${extension}`
}
