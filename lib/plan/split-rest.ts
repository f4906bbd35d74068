import { Temporal } from 'temporal-polyfill'
import type { Span } from './cover-range'

const day = 24 * 3600_000
/** A part should fill at most this much of what fitted into the file that was cut off. */
const fill = 0.6
/** More than these are no help: the limit is then in something else than the range. */
const mostParts = 400

/** What is known of a file that Vonage cut off. */
export type CutOff = Span & {
  rows: number
  /** The earliest and latest record; null: not known. */
  first: number | null
  last: number | null
  order: 'ascending' | 'descending' | 'mixed' | null
}

/**
 * What a file that was cut off surely lacks nothing of, and what has to be asked for: where its records are in order of
 * time, it was cut at one end, and the second at the cut is asked for again, since a part of it may be missing. Where
 * they are in no order, anything may be missing, so everything is asked for.
 */
export function findRest(cut: CutOff): { whole: Span | null; rest: Span } {
  const { from, to, rows, order } = cut
  const all = { whole: null, rest: { from, to } }
  if (rows === 0 || cut.first === null || cut.last === null) return all
  const last = toSecond(cut.last)
  if (order === 'ascending' && last > from && last < to)
    return { whole: { from, to: last }, rest: { from: last, to } }
  const next = toSecond(cut.first) + 1000
  if (order === 'descending' && next < to && next > from)
    return { whole: { from: next, to }, rest: { from, to: next } }
  return all
}

/** Ranges are asked for in whole seconds. */
function toSecond(at: number): number {
  return Math.floor(at / 1000) * 1000
}

/**
 * Splits a rest so that each part should fit under the limit: in whole days of the zone where it is long enough,
 * otherwise in equal stretches of whole seconds.
 * @param records how many are expected in the rest
 * @param limit how many fitted into the file that was cut off
 */
export function splitRest(rest: Span, records: number, limit: number, timeZone: string): Span[] {
  const seconds = Math.max(1, Math.floor((rest.to - rest.from) / 1000))
  const wanted = Math.ceil(records / Math.max(1, limit * fill))
  // At least two: what was cut off once is not asked for in one piece again.
  const parts = Math.min(Math.max(2, wanted), mostParts, seconds)
  const step = (rest.to - rest.from) / parts
  const cuts = new Set<number>()
  for (let index = 1; index < parts; index++) {
    const at = rest.from + step * index
    cuts.add(step >= day ? toMidnight(at, timeZone) : Math.round(at / 1000) * 1000)
  }
  const inside = [...cuts].filter((at) => at > rest.from && at < rest.to).sort((a, b) => a - b)
  return [...inside, rest.to].map((to, index) => ({ from: inside[index - 1] ?? rest.from, to }))
}

/** The nearest beginning of a day. */
function toMidnight(at: number, timeZone: string): number {
  const there = Temporal.Instant.fromEpochMilliseconds(Math.round(at)).toZonedDateTimeISO(timeZone)
  return there.round({ smallestUnit: 'day' }).epochMilliseconds
}
