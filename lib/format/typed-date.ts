import { addDays, isCalendarDay, toDayText } from './calendar-day'
import { monthNames } from './date-time'

export type TypedDate =
  | { ok: true; day: string; time: string | null }
  | { ok: false; message: string }

const time = String.raw`(?:[,\sT]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?`
const isoForm = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${time}$`, 'i')
const dayFirstForm = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${time}$`, 'i')
const dayNameForm = new RegExp(String.raw`^(\d{1,2})\.?\s+([a-z]{3,9})\.?,?\s+(\d{4})${time}$`, 'i')
const nameDayForm = new RegExp(String.raw`^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})${time}$`, 'i')

/**
 * Reads a date as people type it: `2026-10-01`, `2026-10-01 13:30`, `1 Oct 2026`, `Oct 1, 2026`,
 * `31/10/2026`, `today`, `yesterday`. A numeric form whose day and month could be swapped is refused
 * rather than guessed: a wrong month costs money.
 *
 * @param text what was typed
 * @param today `YYYY-MM-DD` in the reader's zone, for the relative words
 */
export function parseTypedDate(text: string, today?: string): TypedDate {
  const typed = text.trim().replace(/\s+/g, ' ')
  if (typed === '') return refuse('Enter a date, for example 2026-10-01.')
  const word = typed.toLowerCase()
  if (today && word === 'today') return { ok: true, day: today, time: null }
  if (today && word === 'yesterday') return { ok: true, day: addDays(today, -1), time: null }

  const iso = isoForm.exec(typed)
  if (iso) return build(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso.slice(4))

  const numeric = dayFirstForm.exec(typed)
  if (numeric) return buildNumeric(numeric)

  const dayName = dayNameForm.exec(typed)
  if (dayName) return buildNamed(dayName[2], dayName[1], dayName[3], dayName.slice(4))

  const nameDay = nameDayForm.exec(typed)
  if (nameDay) return buildNamed(nameDay[1], nameDay[2], nameDay[3], nameDay.slice(4))

  return refuse('This is not a date we can read. Write it as 2026-10-01 or 2026-10-01 13:30.')
}

/** The one spelling that the field shows after reading: `2026-10-01` or `2026-10-01 13:30`. */
export function formatTypedDate(date: { day: string; time: string | null }): string {
  return date.time ? `${date.day} ${date.time}` : date.day
}

function buildNumeric(match: RegExpExecArray): TypedDate {
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const clock = match.slice(4)
  if (first > 12) return build(year, second, first, clock)
  if (second > 12) return build(year, first, second, clock)
  if (first === second) return build(year, first, second, clock)
  return refuse(
    `This can mean two days. Write ${toDayText(year, second, first)} or ${toDayText(year, first, second)}.`,
  )
}

function buildNamed(name = '', day = '', year = '', clock: (string | undefined)[] = []): TypedDate {
  const short = name.slice(0, 3).toLowerCase()
  const month = monthNames.findIndex((known) => known.toLowerCase() === short) + 1
  if (month === 0) return refuse(`“${name}” is not a month.`)
  return build(Number(year), month, Number(day), clock)
}

function build(
  year: number,
  month: number,
  day: number,
  [hour, minute, second]: (string | undefined)[],
): TypedDate {
  if (!isCalendarDay(year, month, day)) {
    return refuse(`There is no ${toDayText(year, month, day)} in the calendar.`)
  }
  if (hour === undefined || minute === undefined) {
    return { ok: true, day: toDayText(year, month, day), time: null }
  }
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) {
    return refuse('The time must lie between 00:00 and 23:59.')
  }
  const clock = `${hour.padStart(2, '0')}:${minute}${second && second !== '00' ? `:${second}` : ''}`
  return { ok: true, day: toDayText(year, month, day), time: clock }
}

function refuse(message: string): TypedDate {
  return { ok: false, message }
}
