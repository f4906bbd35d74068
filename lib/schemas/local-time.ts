import { Temporal } from 'temporal-polyfill'

type LocalTime = Temporal.PlainDate | Temporal.PlainDateTime
type Resolved = { ok: true; at: Temporal.ZonedDateTime } | { ok: false; message: string }

/** The first moment of a range: a day's first instant (not always 00:00), or a time, the first where it comes twice. */
export function resolveStart(local: LocalTime, timeZone: string): Resolved {
  return local instanceof Temporal.PlainDate
    ? resolveDay(local, timeZone)
    : resolveTime(local, timeZone, 'earlier')
}

/** The moment that a range ends before: the next day's first instant, or a time, the second where it comes twice. */
export function resolveEnd(local: LocalTime, timeZone: string): Resolved {
  const wholeDay = local instanceof Temporal.PlainDate || (local.hour === 23 && local.minute === 59)
  if (!wholeDay) return resolveTime(local, timeZone, 'later')
  const date = local instanceof Temporal.PlainDate ? local : local.toPlainDate()
  const day = resolveDay(date, timeZone)
  return day.ok ? { ok: true, at: date.add({ days: 1 }).toZonedDateTime({ timeZone }) } : day
}

function resolveDay(date: Temporal.PlainDate, timeZone: string): Resolved {
  const at = date.toZonedDateTime({ timeZone })
  if (at.toPlainDate().equals(date)) return { ok: true, at }
  return {
    ok: false,
    message: `In ${timeZone} there was no ${date}: the calendar skipped that day.`,
  }
}

function resolveTime(
  local: Temporal.PlainDateTime,
  timeZone: string,
  disambiguation: 'earlier' | 'later',
): Resolved {
  const at = local.toZonedDateTime(timeZone, { disambiguation })
  if (at.toPlainDateTime().equals(local)) return { ok: true, at }
  const before = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' })
  const jump = before.getTimeZoneTransition('next')
  const from = jump?.subtract({ nanoseconds: 1 }).toPlainDateTime().add({ nanoseconds: 1 })
  const jumps = jump && from ? `jump from ${clock(from)} to ${clock(jump)}` : 'jump'
  return {
    ok: false,
    message: `There is no ${clock(local)} on ${local.toPlainDate()} in ${timeZone}: the clocks ${jumps}. Choose another time.`,
  }
}

function clock({ hour, minute }: { hour: number; minute: number }): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
