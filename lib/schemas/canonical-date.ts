import { Temporal } from 'temporal-polyfill'

export type CanonicalDate =
  | { ok: true; at: Temporal.PlainDate | Temporal.PlainDateTime }
  | { ok: false; message: string }

const shape = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/i

/**
 * Reads a date in the one spelling that a form sends (the field turns others into it): `2026-10-01`, or date and time, `2026-10-01 13:30` or `2026-10-01T13:30:05`, as local: which
 * moment it is depends on a time zone. What is wrong with it comes back in words.
 */
export function parseCanonicalDate(text: string): CanonicalDate {
  const match = shape.exec(text.trim())
  if (!match) return fail('Write a date like 2026-10-01, or with a time like 2026-10-01 13:30.')
  const [year = 0, month = 0, day = 0, hour, minute, second = 0] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)))
  if (year < 2000 || year > 2100) return fail(`Check the year: ${match[1]}.`)
  if (month < 1 || month > 12) return fail(`There is no month ${month}. Write year, month, day.`)
  const { daysInMonth } = Temporal.PlainYearMonth.from({ year, month })
  if (day < 1 || day > daysInMonth) return fail(`${match[1]}-${match[2]} has no day ${day}.`)
  if (hour === undefined || minute === undefined) {
    return { ok: true, at: new Temporal.PlainDate(year, month, day) }
  }
  if (hour > 23 || minute > 59 || second > 59) {
    return fail('A time goes from 00:00 to 23:59.')
  }
  return { ok: true, at: new Temporal.PlainDateTime(year, month, day, hour, minute, second) }
}

function fail(message: string): CanonicalDate {
  return { ok: false, message }
}
