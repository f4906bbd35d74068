/** Wall-clock fields of an instant in a zone. */
export type ZonedParts = {
  year: number
  month: number
  day: number
  hour: number
  minute: number
  second: number
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/**
 * Reads only numbers from Intl, never words: server and browser carry different ICU data, and a
 * month's short name that differs ("Sep", "Sept") would break hydration.
 *
 * @param instant ISO 8601 with an offset, or epoch milliseconds
 * @param timeZone IANA name
 * @throws RangeError for an unknown zone or an unreadable instant
 */
export function toZonedParts(instant: string | number, timeZone: string): ZonedParts {
  const parts: Record<string, number> = {}
  for (const { type, value } of getFormatter(timeZone).formatToParts(new Date(instant))) {
    if (type !== 'literal') parts[type] = Number(value)
  }
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = parts
  return { year, month, day, hour, minute, second }
}

function getFormatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formatters.set(timeZone, made)
  return made
}
