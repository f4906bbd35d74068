import { Temporal } from 'temporal-polyfill'
import { parseCanonicalDate } from './canonical-date'
import { resolveEnd, resolveStart } from './local-time'
import { retentionOf } from './retention'
import { isTimeZone } from './time-zone'

export type RangeInput = {
  /** As typed: a date, or a date and a time. */
  from: string
  to: string
  /** An IANA name, `Europe/Madrid`. */
  timeZone: string
  /** By the product's clock, not the browser's. */
  now: Date
  /** The product's own limit (Video: 90), in place of 13 months. */
  retentionDays?: number
}

/** Moments as ISO text in UTC. `dateEnd` is exclusive, as Vonage's is. */
export type DateRange = { dateStart: string; dateEnd: string; clippedToNow: boolean }
export type RangeErrors = { from?: string; to?: string; timeZone?: string }
export type ResolvedRange = ({ ok: true } & DateRange) | { ok: false; fieldErrors: RangeErrors }

/**
 * Turns what a person typed into the moments that Vonage is asked for.
 *
 * A date alone means the whole day: From is its first instant, To the first instant of the next day.
 * A time in To ends the range at that moment, which is left out, so that two ranges that meet share
 * (and bill) nothing; only 23:59 and 23:59:59 mean "to the end of the day", as people write it.
 * Of a time that comes twice, From takes the first and To the second. A time that the clocks skip is
 * refused. An end after now becomes now, in whole seconds. The limits count in whole days of the zone.
 */
export function resolveRange(input: RangeInput): ResolvedRange {
  const { timeZone, retentionDays } = input
  const from = parseCanonicalDate(input.from)
  const to = parseCanonicalDate(input.to)
  const fieldErrors: RangeErrors = {
    ...(from.ok ? {} : { from: from.message }),
    ...(to.ok ? {} : { to: to.message }),
    ...(isTimeZone(timeZone)
      ? {}
      : { timeZone: 'This time zone is unknown. Choose one of the list.' }),
  }
  if (!from.ok || !to.ok || fieldErrors.timeZone) return { ok: false, fieldErrors }

  const start = resolveStart(from.at, timeZone)
  const asked = resolveEnd(to.at, timeZone)
  if (!start.ok || !asked.ok) {
    return {
      ok: false,
      fieldErrors: {
        ...(start.ok ? {} : { from: start.message }),
        ...(asked.ok ? {} : { to: asked.message }),
      },
    }
  }
  if (isBefore(asked.at, start.at) || asked.at.equals(start.at)) {
    return { ok: false, fieldErrors: { to: 'To must be later than From.' } }
  }

  const now = Temporal.Instant.fromEpochMilliseconds(Math.floor(input.now.getTime() / 1000) * 1000)
  const nowThere = now.toZonedDateTimeISO(timeZone)
  if (!isBefore(start.at, nowThere)) {
    return {
      ok: false,
      fieldErrors: { from: 'From is in the future. Vonage has only past records.' },
    }
  }
  const clippedToNow = isBefore(nowThere, asked.at)
  const end = clippedToNow ? nowThere : asked.at

  const { limit, words } = retentionOf(retentionDays)
  const earliest = earliestMoment(input.now, timeZone, retentionDays)
  if (isBefore(start.at, earliest)) {
    const message = `Vonage keeps these records for ${words}. The earliest day is ${earliest.toPlainDate()}.`
    return { ok: false, fieldErrors: { from: message } }
  }
  const latest = start.at.add(limit).add({ days: 1 }).startOfDay()
  if (isBefore(latest, end)) {
    const message = `A report covers at most ${words}. From this start, the latest day is ${latest.subtract({ days: 1 }).toPlainDate()}.`
    return { ok: false, fieldErrors: { to: message } }
  }
  return {
    ok: true,
    dateStart: start.at.toInstant().toString(),
    dateEnd: end.toInstant().toString(),
    clippedToNow,
  }
}

/** The first instant that Vonage still has records of: the beginning of a day of the zone. */
export function earliestMoment(
  now: Date,
  timeZone: string,
  retentionDays?: number,
): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .subtract(retentionOf(retentionDays).limit)
    .startOfDay()
}

/** The instant as Vonage takes it: whole seconds, `2026-06-01T00:00:00+00:00`. */
export function toVonageDate(iso: string): string {
  const instant = Temporal.Instant.from(iso)
  return instant.toString({ smallestUnit: 'second', roundingMode: 'floor' }).replace('Z', '+00:00')
}

/**
 * A range in words: "30 days, 1 Jun 2026 00:00 to 1 Jul 2026 00:00, Europe/Madrid". A day is a day of that zone, also
 * when it has 23 or 25 hours.
 * @param range moments as ISO text, `dateEnd` exclusive
 */
export function formatRange(
  range: { dateStart: string; dateEnd: string },
  timeZone: string,
  locale: string,
): string {
  const start = Temporal.Instant.from(range.dateStart).toZonedDateTimeISO(timeZone)
  const end = Temporal.Instant.from(range.dateEnd).toZonedDateTimeISO(timeZone)
  const { days, hours, minutes, seconds } = start.until(end, { largestUnit: 'day' })
  const parts = [
    days > 0 && `${days} ${days === 1 ? 'day' : 'days'}`,
    hours > 0 && `${hours} h`,
    minutes > 0 && `${minutes} min`,
    seconds > 0 && `${seconds} s`,
  ]
  const length = parts.filter(Boolean).join(' ') || '0 s'
  return `${length}, ${formatMoment(start, locale)} to ${formatMoment(end, locale)}, ${timeZone}`
}

function isBefore(a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): boolean {
  return Temporal.ZonedDateTime.compare(a, b) < 0
}

function formatMoment(at: Temporal.ZonedDateTime, locale: string): string {
  const moment = new Date(at.epochMilliseconds)
  const timeZone = at.timeZoneId
  const date = new Intl.DateTimeFormat(locale, {
    timeZone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
  const time = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    second: at.second === 0 ? undefined : '2-digit',
    hourCycle: 'h23',
  })
  return `${date.format(moment)} ${time.format(moment)}`
}
