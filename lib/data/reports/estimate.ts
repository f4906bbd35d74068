import { getDb } from '@/lib/db/client'

/** How long an earlier report took at Vonage, in milliseconds, and how long its range was. */
export type PastDuration = {
  accountId: string
  product: string
  tookMs: number
  rangeMs: number
}

type Running = {
  accountId: string
  product: string
  rangeMs: number
  itemsCount: number | null
  since: Date | null
}

/** Vonage says 5 to 10 minutes per million records (facts 0.6); the slower end, so as not to promise too much. */
const msPerRecord = (10 * 60_000) / 1_000_000
const least = 10_000

/**
 * When Vonage may be done with a running report, and what the guess rests on. Vonage tells no progress: known rows
 * are taken first, then this account's own past with ranges of a similar length; else there is no guess.
 */
export function estimateEnd(
  running: Running,
  past: PastDuration[],
): { readyAt: string; basis: string } | null {
  if (!running.since) return null
  const at = (ms: number) =>
    new Date((running.since as Date).getTime() + Math.max(least, ms)).toISOString()
  if (running.itemsCount)
    return {
      readyAt: at(running.itemsCount * msPerRecord),
      basis: 'from Vonage’s 5 to 10 minutes per million records',
    }
  const alike = past
    .filter(
      (p) =>
        p.accountId === running.accountId &&
        p.product === running.product &&
        p.rangeMs > running.rangeMs / 4 &&
        p.rangeMs < running.rangeMs * 4,
    )
    .map((p) => (p.tookMs * running.rangeMs) / p.rangeMs)
    .sort((a, b) => a - b)
  const median = alike[Math.floor(alike.length / 2)]
  if (median === undefined) return null
  const reports = alike.length === 1 ? 'an earlier report' : `${alike.length} earlier reports`
  return { readyAt: at(median), basis: `from ${reports} of this account` }
}

/** The last finished requests of the given accounts, for `estimateEnd`. */
export async function listPastDurations(accountIds: string[]): Promise<PastDuration[]> {
  if (accountIds.length === 0) return []
  const rows = await getDb().reportRequest.findMany({
    where: {
      accountId: { in: accountIds },
      state: 'ready',
      receiveTime: { not: null },
      finishedSeenAt: { not: null },
    },
    orderBy: { createdAt: 'desc' },
    take: 200,
    select: {
      accountId: true,
      product: true,
      receiveTime: true,
      finishedSeenAt: true,
      dateStart: true,
      dateEnd: true,
    },
  })
  return rows.flatMap((row) =>
    row.receiveTime && row.finishedSeenAt && row.dateEnd > row.dateStart
      ? [
          {
            accountId: row.accountId,
            product: row.product,
            tookMs: Math.max(0, row.finishedSeenAt.getTime() - row.receiveTime.getTime()),
            rangeMs: row.dateEnd.getTime() - row.dateStart.getTime(),
          },
        ]
      : [],
  )
}
