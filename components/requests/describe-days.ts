import { addDays, toDayText } from '@/lib/format/calendar-day'
import { formatDateRange } from '@/lib/format/date-range'
import { formatDateTime } from '@/lib/format/date-time'
import { toZonedParts, type ZonedParts } from '@/lib/format/zoned-parts'

/**
 * A range in few words: whole days as days, both included; one that was cut within its last day with the time
 * of the cut; anything else with its times.
 *
 * @param dateStart ISO 8601
 * @param dateEnd ISO 8601, exclusive
 */
export function describeDays(dateStart: string, dateEnd: string, timeZone: string): string {
  const start = toZonedParts(dateStart, timeZone)
  const end = toZonedParts(dateEnd, timeZone)
  if (!isMidnight(start))
    return `${formatDateTime(dateStart, timeZone)} – ${formatDateTime(dateEnd, timeZone)}`
  if (isMidnight(end)) return formatDateRange(toDay(start), addDays(toDay(end), -1))
  return `${formatDateRange(toDay(start), toDay(end))}, ${pad(end.hour)}:${pad(end.minute)}`
}

function isMidnight({ hour, minute, second }: ZonedParts): boolean {
  return hour === 0 && minute === 0 && second === 0
}

function toDay({ year, month, day }: ZonedParts): string {
  return toDayText(year, month, day)
}

function pad(value: number): string {
  return String(value).padStart(2, '0')
}
