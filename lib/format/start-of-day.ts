import { Temporal } from 'temporal-polyfill'

/**
 * The instant, as an ISO string, at which a day begins in a zone: not always at midnight.
 * @param day `YYYY-MM-DD`
 * @param plusDays 1 for the end of that day
 */
export function startOfDay(day: string, plusDays: number, timeZone: string): string {
  return Temporal.PlainDate.from(day)
    .add({ days: plusDays })
    .toZonedDateTime({ timeZone })
    .toInstant()
    .toString()
}
