const longestMs = 24 * 60 * 60 * 1000

/**
 * The milliseconds that a `Retry-After` header asks to wait (RFC 9110 10.2.3: seconds or a date), at most a day;
 * null when it is absent or unreadable. A date is counted from the answer's own `Date`, where there is one.
 */
export function readRetryAfter(header: unknown, answeredAt: unknown): number | null {
  if (typeof header !== 'string') return null
  if (/^\d{1,9}$/.test(header.trim())) return limit(Number(header) * 1000)
  const until = Date.parse(header)
  if (Number.isNaN(until)) return null
  const from = typeof answeredAt === 'string' ? Date.parse(answeredAt) : Number.NaN
  return limit(until - (Number.isNaN(from) ? Date.now() : from))
}

function limit(ms: number): number {
  return Math.min(Math.max(ms, 0), longestMs)
}
