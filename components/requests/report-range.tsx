import { addDays, toDayText } from '@/lib/format/calendar-day'
import { formatDateRange } from '@/lib/format/date-range'
import { formatDateTime } from '@/lib/format/date-time'
import { toZonedParts, type ZonedParts } from '@/lib/format/zoned-parts'
import type { RequestView } from '@/lib/schemas/views'

/** The range in its own zone: whole days as days, both included, anything else with its times. */
export function ReportRange({
  request: { dateStart, dateEnd },
  timeZone,
}: {
  request: Pick<RequestView, 'dateStart' | 'dateEnd'>
  timeZone: string
}) {
  return (
    <span title={timeZone} className="whitespace-nowrap tabular-nums">
      {describeDays(dateStart, dateEnd, timeZone)}
    </span>
  )
}

/**
 * @param dateStart ISO 8601
 * @param dateEnd ISO 8601, exclusive
 */
export function describeDays(dateStart: string, dateEnd: string, timeZone: string): string {
  const start = toZonedParts(dateStart, timeZone)
  const end = toZonedParts(dateEnd, timeZone)
  if (isMidnight(start) && isMidnight(end))
    return formatDateRange(toDay(start), addDays(toDay(end), -1))
  return `${formatDateTime(dateStart, timeZone)} – ${formatDateTime(dateEnd, timeZone)}`
}

function isMidnight({ hour, minute, second }: ZonedParts): boolean {
  return hour === 0 && minute === 0 && second === 0
}

function toDay({ year, month, day }: ZonedParts): string {
  return toDayText(year, month, day)
}
