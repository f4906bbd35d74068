import { setTimeout as sleep } from 'node:timers/promises'
import { getDb } from '@/lib/db/client'
import { countUp } from './counters/count-up'

export type Lane = 'async' | 'sync'
export type LimitKey = { environment: 'live' | 'sandbox'; apiKey: string }

/** Vonage takes 5 requests a second asynchronously, 10 synchronously; a little less allows for a jittery network. */
const spacingMs: Record<Lane, number> = { async: 210, sync: 105 }

/** A slot that is used later than this would crowd the next ones: it is dropped. */
const latestUseMs = 150

/** All slots within the longest wait are taken: come back after `retryAfterMs`. */
export class LimiterBusy extends Error {
  readonly retryAfterMs: number
  constructor(retryAfterMs: number) {
    super('All requests that Vonage allows for this API key are taken for the next seconds.')
    this.name = 'LimiterBusy'
    this.retryAfterMs = retryAfterMs
  }
}

type Slot = { waitMs: number; taken: boolean }

async function takeSlot(key: LimitKey, lane: Lane, maxWaitMs: number): Promise<Slot> {
  const gap = spacingMs[lane]
  const db = getDb()
  // One UPDATE on the database's clock hands out each slot once, whatever the number of processes.
  const taken = await db.$queryRaw<{ waitMs: number }[]>`
    INSERT INTO "RateLimit" AS r ("environment", "apiKey", "lane", "nextAt")
    VALUES (${key.environment}::"Environment", ${key.apiKey}, ${lane}, clock_timestamp() + make_interval(secs => ${gap / 1000}))
    ON CONFLICT ("environment", "apiKey", "lane") DO UPDATE
      SET "nextAt" = greatest(r."nextAt", clock_timestamp()) + make_interval(secs => ${gap / 1000}), "updatedAt" = now()
      WHERE r."nextAt" < clock_timestamp() + make_interval(secs => ${maxWaitMs / 1000})
    RETURNING (extract(epoch FROM "nextAt" - clock_timestamp()) * 1000 - ${gap})::float8 AS "waitMs"`
  const first = taken[0]
  if (first) return { waitMs: Math.max(0, first.waitMs), taken: true }
  const queue = await db.$queryRaw<{ waitMs: number }[]>`
    SELECT (extract(epoch FROM "nextAt" - clock_timestamp()) * 1000)::float8 AS "waitMs" FROM "RateLimit"
    WHERE "environment" = ${key.environment}::"Environment" AND "apiKey" = ${key.apiKey} AND "lane" = ${lane}`
  return { waitMs: queue[0]?.waitMs ?? maxWaitMs, taken: false }
}

/** A call that may be made now. */
export type AcquiredSlot = {
  /** Whether it still is: used later, it would crowd the next ones, and another must be acquired. */
  isFresh: () => boolean
}

/**
 * Waits for the next free slot of an API key, over all processes.
 * @param maxWaitMs the longest wait, in milliseconds
 * @throws LimiterBusy when the wait would be longer
 */
export async function acquireSlot(
  key: LimitKey,
  lane: Lane,
  { signal, maxWaitMs = 4000 }: { signal?: AbortSignal; maxWaitMs?: number } = {},
): Promise<AcquiredSlot> {
  for (;;) {
    const slot = await takeSlot(key, lane, maxWaitMs)
    if (!slot.taken) {
      countUp('limiter_refusals', { lane })
      throw new LimiterBusy(slot.waitMs)
    }
    countUp('limiter_waits', { lane })
    countUp('limiter_wait_seconds', { lane }, slot.waitMs / 1000)
    const due = performance.now() + slot.waitMs
    const isFresh = () => performance.now() - due <= latestUseMs
    if (slot.waitMs > 0) await sleep(slot.waitMs, undefined, { signal })
    if (isFresh()) return { isFresh }
  }
}
