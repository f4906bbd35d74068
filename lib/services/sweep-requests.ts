import { getDb, transact } from '@/lib/db/client'
import { wake } from '@/lib/queue/boss'
import type { RequestState } from '@/lib/schemas/states'
import { queueFor } from './settle-request'

/** At most this many a sweep; the next one takes the rest, the most overdue first. */
const sweepSize = 500

/**
 * Wakes the requests that are due and in nobody's hands: lost wake-ups, dead workers, a moved clock.
 * @returns how many there were
 */
export async function sweepRequests(): Promise<number> {
  const due = await getDb().$queryRaw<{ id: string; accountId: string; state: RequestState }[]>`
    SELECT "id"::text, "accountId"::text, "state"::text AS state FROM "ReportRequest"
    WHERE "dueAt" <= app_now() AND ("leaseUntil" IS NULL OR "leaseUntil" < app_now())
    ORDER BY "dueAt" LIMIT ${sweepSize}`
  for (const request of due)
    await transact((tx) =>
      wake(
        tx,
        queueFor(request.state),
        { requestId: request.id },
        { delayMs: 0, group: request.accountId },
      ),
    )
  return due.length
}
