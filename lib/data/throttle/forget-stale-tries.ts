import { getDb } from '@/lib/db/client'
import { forgetAfterMs } from './next-try'

const everyMs = 60_000
let sweptAt = 0

/** Deletes counters that no longer count, at most once a minute: made-up addresses must not fill the table. */
export async function forgetStaleTries(now: Date): Promise<void> {
  if (Math.abs(now.getTime() - sweptAt) < everyMs) return
  sweptAt = now.getTime()
  const before = new Date(now.getTime() - forgetAfterMs)
  await getDb().signInThrottle.deleteMany({ where: { updatedAt: { lt: before } } })
}
