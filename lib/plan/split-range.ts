import { Temporal } from 'temporal-polyfill'
import type { Split } from '@/lib/schemas/form-rules'

export type IsoRange = { dateStart: string; dateEnd: string }

/**
 * Cuts a range at the beginnings of days, weeks (Mondays) or months of a time zone. The parts tile the range: no gap, no
 * overlap. A day is from its first instant to the next day's, however long the clocks make it.
 * @param range moments as ISO text, the end exclusive
 */
export function splitRange(range: IsoRange, split: Split, timeZone: string): IsoRange[] {
  if (split === 'none') return [{ dateStart: range.dateStart, dateEnd: range.dateEnd }]
  const start = Temporal.Instant.from(range.dateStart)
  const end = Temporal.Instant.from(range.dateEnd)
  const parts: IsoRange[] = []
  let date = firstCut(start.toZonedDateTimeISO(timeZone).toPlainDate(), split)
  let at = start
  while (Temporal.Instant.compare(at, end) < 0) {
    const cut = date.toZonedDateTime({ timeZone }).toInstant()
    const next = Temporal.Instant.compare(cut, end) < 0 ? cut : end
    // A day that the calendar skipped begins when the next one does.
    if (Temporal.Instant.compare(next, at) > 0) {
      parts.push({ dateStart: at.toString(), dateEnd: next.toString() })
      at = next
    }
    date = date.add(steps[split])
  }
  return parts
}

const steps = { day: { days: 1 }, week: { weeks: 1 }, month: { months: 1 } } as const

/** The first beginning after the day that the range begins in. */
function firstCut(date: Temporal.PlainDate, split: Exclude<Split, 'none'>): Temporal.PlainDate {
  if (split === 'day') return date.add({ days: 1 })
  if (split === 'week') return date.add({ days: 8 - date.dayOfWeek })
  return date.with({ day: 1 }).add({ months: 1 })
}
