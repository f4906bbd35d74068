/** A month (`2026-06`) in words: “Jun 2026”. */
export function monthName(month: string): string {
  const at = new Date(`${month}-01T00:00:00Z`)
  return new Intl.DateTimeFormat('en-GB', {
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(at)
}
