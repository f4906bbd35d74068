import { formatDate } from './date-time'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/**
 * How far `instant` is from `now`: "just now", "12 min ago", "in 2 h", "3 d ago"; beyond a week
 * the date itself says more.
 *
 * @param instant ISO 8601
 * @param now epoch milliseconds
 * @param timeZone IANA name, for the date
 */
export function formatRelativeTime(instant: string, now: number, timeZone: string): string {
  const distance = Date.parse(instant) - now
  const length = Math.abs(distance)
  if (length < minute) return distance > 0 ? 'in a moment' : 'just now'
  if (length >= 7 * day) return formatDate(instant, timeZone)
  const words = inOneUnit(length)
  return distance > 0 ? `in ${words}` : `${words} ago`
}

function inOneUnit(length: number): string {
  if (length < hour) return `${Math.floor(length / minute)} min`
  if (length < day) return `${Math.floor(length / hour)} h`
  return `${Math.floor(length / day)} d`
}
