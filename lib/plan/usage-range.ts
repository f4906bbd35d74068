import { Temporal } from 'temporal-polyfill'

/** What an account's usage is fetched from. */
export type UsageKnown = { fetchedTo: Date | null; faults: number }

/** Vonage keeps usage for 13 months, and takes no longer range; an hour less, so that its clock agrees. */
const kept = { months: 13 }
const graceMs = 3600_000
/** A report may run for days, and its line changes until it is charged: that long is looked at again. */
const unsettledMs = 4 * 24 * 3600_000
/** After so many faults in a row shorter ranges are tried: Vonage does not say why it gives up a report. */
const manyFaults = 3
const cautiousMs = 31 * 24 * 3600_000

/** The next range of REPORTS-USAGE to fetch: from where it is not settled yet, at first as far back as there is any. */
export function nextUsageRange(
  { fetchedTo, faults }: UsageKnown,
  now: Date,
): { from: Date; to: Date } {
  const oldest = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO('UTC')
    .subtract(kept).epochMilliseconds
  const from = Math.max(oldest + graceMs, fetchedTo ? fetchedTo.getTime() - unsettledMs : 0)
  const to = faults >= manyFaults ? Math.min(now.getTime(), from + cautiousMs) : now.getTime()
  return { from: wholeSecond(from), to: wholeSecond(to) }
}

function wholeSecond(ms: number): Date {
  return new Date(Math.floor(ms / 1000) * 1000)
}
