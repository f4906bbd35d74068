type NamedReport = {
  product: string
  direction: string | null
  /** First and last day in the report's own time zone, `YYYY-MM-DD`, both inclusive. */
  from: string
  to: string
  id: string
}

/** A telling file name, such as `SMS_outbound_2026-06-01_2026-06-30_abcd1234.zip`: letters, digits, `_`, `-`, `.` only. */
export function toDownloadName(report: NamedReport, extension: 'zip' | 'csv'): string {
  const { product, direction, from, to, id } = report
  const shortId = id.replace(/[^A-Za-z0-9]/g, '').slice(0, 8)
  const parts = [product, direction, from, to, shortId]
  const safe = parts.filter(Boolean).map((part) => String(part).replace(/[^A-Za-z0-9-]+/g, '-'))
  return `${safe.join('_')}.${extension}`
}
