import type { InvalidParameter } from '../http/problems'
import { day, hour, parseTime, subtractMonths } from '../times'

export type DateRules = {
  now: number
  /** Both dates have to be sent, and lie at most 24 hours apart: the synchronous call of 2021. */
  dayLimit: boolean
}

const format =
  'Invalid date. Use the format yyyy-mm-ddThh:mm:ss[.sss]±hh:mm or yyyy-mm-ddThh:mm:ss[.sss]Z'

function readDate(
  name: string,
  value: unknown,
  missing: number | null,
  invalid: InvalidParameter[],
): number {
  if (value === undefined || value === null) {
    if (missing === null) invalid.push({ name, reason: 'Missing required parameter' })
    return missing ?? 0
  }
  const time = typeof value === 'string' ? parseTime(value) : null
  if (time === null) invalid.push({ name, reason: format })
  return time ?? 0
}

/** Reads `date_start` and `date_end`; without them the last seven days. Faults are added to `invalid`. */
export function validateDates(
  input: Record<string, unknown>,
  { now, dayLimit }: DateRules,
  invalid: InvalidParameter[],
): { dateStart: number; dateEnd: number } {
  const before = invalid.length
  const dateStart = readDate(
    'date_start',
    input.date_start,
    dayLimit ? null : now - 7 * day,
    invalid,
  )
  const dateEnd = readDate('date_end', input.date_end, dayLimit ? null : now, invalid)
  if (invalid.length === before) {
    if (dateEnd <= dateStart) {
      invalid.push({ name: 'date_end', reason: 'date_end must be later than date_start' })
    } else if (dayLimit && dateEnd - dateStart > 24 * hour) {
      const reason = 'date_end must be no more than 24 hours later than date_start'
      invalid.push({ name: 'date_end', reason })
    } else if (subtractMonths(dateEnd, 13) - day > dateStart) {
      const reason = 'The range between date_start and date_end must not exceed 13 months'
      invalid.push({ name: 'date_start', reason })
    }
  }
  return { dateStart, dateEnd }
}
