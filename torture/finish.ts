import { setTimeout as sleep } from 'node:timers/promises'
import { getDb } from '@/lib/db/client'
import { patiently } from './database'
import type { Stage } from './stage'

type Moving = { id: string; state: string; dueInMs: number | null; isHeld: boolean }

/** What is not at its end, and waits for no person. */
export function listMoving(): Promise<Moving[]> {
  return patiently(
    () => getDb().$queryRaw<Moving[]>`
      SELECT "id"::text, "state"::text, "leaseUntil" > app_now() AS "isHeld",
        (extract(epoch FROM "dueAt" - app_now()) * 1000)::float8 AS "dueInMs"
      FROM "ReportRequest"
      WHERE "endedAt" IS NULL AND NOT ("state" = 'unconfirmed' AND "dueAt" IS NULL)`,
  )
}

const patienceMs = 180_000

/**
 * Lets all come to its end. What rests is not waited for: the clock is moved to when the next is due.
 * @returns what did not get there
 */
export async function finishAll(stage: Stage): Promise<Moving[]> {
  const until = Date.now() + patienceMs
  for (;;) {
    const moving = await listMoving()
    if (moving.length === 0 || Date.now() > until) return moving
    const isBusy = moving.some(({ dueInMs, isHeld }) => isHeld || (dueInMs ?? 0) <= 0)
    const nextMs = Math.min(...moving.map(({ dueInMs }) => dueInMs ?? 0))
    if (!isBusy && nextMs > 500) await stage.moveClock(Math.ceil(nextMs))
    await sleep(300)
  }
}
