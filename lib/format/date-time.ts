import { toZonedParts, type ZonedParts } from './zoned-parts'

export const monthNames = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const

/** "24 Nov 2026". `instant` is ISO 8601 or epoch milliseconds, `timeZone` an IANA name. */
export function formatDate(instant: string | number, timeZone: string): string {
  return datePart(toZonedParts(instant, timeZone))
}

/** "24 Nov 2026, 10:12". */
export function formatDateTime(instant: string | number, timeZone: string): string {
  const parts = toZonedParts(instant, timeZone)
  return `${datePart(parts)}, ${pad(parts.hour)}:${pad(parts.minute)}`
}

/** "10:12:04". */
export function formatTime(instant: string | number, timeZone: string): string {
  const { hour, minute, second } = toZonedParts(instant, timeZone)
  return `${pad(hour)}:${pad(minute)}:${pad(second)}`
}

/** "24 Nov 2026, 10:12:04": where the seconds tell two lines apart. */
export function formatExactTime(instant: string | number, timeZone: string): string {
  return `${formatDate(instant, timeZone)}, ${formatTime(instant, timeZone)}`
}

function datePart({ day, month, year }: ZonedParts): string {
  return `${day} ${monthNames[month - 1]} ${year}`
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
