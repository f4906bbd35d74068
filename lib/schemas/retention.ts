import { Temporal } from 'temporal-polyfill'

/** How far back Vonage has records, and how long one report may be, unless a product says otherwise. */
const retentionMonths = 13

/** How long Vonage keeps records, as a duration and in words. */
export function retentionOf(retentionDays?: number): {
  limit: Temporal.DurationLike
  words: string
} {
  return retentionDays
    ? { limit: { days: retentionDays }, words: `${retentionDays} days` }
    : { limit: { months: retentionMonths }, words: `${retentionMonths} months` }
}

/** How far back records go, in days of a zone, `YYYY-MM-DD`. */
export type Reach = {
  /** The first day that there are records of. */
  first: string
  /** The first day of the longest report that ends yesterday: months differ in length, so this may be later. */
  longest: string
  /** That stretch in words. */
  words: string
}

/** @param retentionDays a product's own limit, in place of 13 months */
export function reachOf(now: Date, timeZone: string, retentionDays?: number): Reach {
  const { limit, words } = retentionOf(retentionDays)
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
  const first = today.subtract(limit)
  let longest = first
  while (Temporal.PlainDate.compare(longest.add(limit).add({ days: 1 }), today) < 0)
    longest = longest.add({ days: 1 })
  return { first: first.toString(), longest: longest.toString(), words }
}
