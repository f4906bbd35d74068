import { appNow, transact } from '@/lib/db/client'
import { forgetStaleTries } from './forget-stale-tries'
import { nextTry } from './next-try'

export type ThrottleKey = { key: string; free: number }

/**
 * Counts a try against each key before it is looked at, so that tries sent at the same moment
 * are counted too. A success is taken back by `forgiveTries`.
 * @returns how many milliseconds to hold the try
 */
export async function reserveTry(keys: readonly ThrottleKey[]): Promise<number> {
  const now = await appNow()
  await forgetStaleTries(now)
  // Always in one order: two tries that share both keys can't wait for each other.
  const ordered = [...keys].sort((a, b) => (a.key < b.key ? -1 : 1))
  return transact(async (tx) => {
    let hold = 0
    for (const { key, free } of ordered) {
      const added = await tx.$executeRaw`
        INSERT INTO "SignInThrottle" ("key", "failures", "nextAt", "updatedAt")
        VALUES (${key}, 0, ${now}, ${now}) ON CONFLICT DO NOTHING`
      const rows = await tx.$queryRaw<{ failures: number; nextAt: Date; updatedAt: Date }[]>`
        SELECT "failures", "nextAt", "updatedAt" FROM "SignInThrottle"
        WHERE "key" = ${key} FOR UPDATE`
      const row = rows[0]
      // A sweep may have taken the row between the two statements: it was stale then.
      if (!row) continue
      const next = nextTry({ ...row, lastTryAt: added ? null : row.updatedAt }, free, now)
      hold = Math.max(hold, next.holdMs)
      await tx.signInThrottle.update({
        where: { key },
        data: { ...next.state, updatedAt: now },
        select: { key: true },
      })
    }
    return hold
  })
}
