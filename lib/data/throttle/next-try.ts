/** No try is held longer: the right password always gets in. */
export const longestHoldMs = 8_000
/** Without a failure for so long, a key starts afresh. */
export const forgetAfterMs = 15 * 60_000

const firstDelayMs = 500

export type ThrottleState = { failures: number; nextAt: Date }

/**
 * Takes the next try of a key into account.
 * @param free failures that cost no delay
 * @param lastTryAt null for a key that is new
 * @returns how long to hold this try, and the state for the one after it
 */
export function nextTry(
  state: ThrottleState & { lastTryAt: Date | null },
  free: number,
  now: Date,
): { holdMs: number; state: ThrottleState } {
  const fresh =
    state.lastTryAt === null || now.getTime() - state.lastTryAt.getTime() > forgetAfterMs
  const failures = (fresh ? 0 : state.failures) + 1
  const startAt = fresh ? now.getTime() : Math.max(state.nextAt.getTime(), now.getTime())
  const nextAt = Math.min(startAt + delayAfter(failures, free), now.getTime() + longestHoldMs)
  return {
    holdMs: Math.min(startAt - now.getTime(), longestHoldMs),
    state: { failures, nextAt: new Date(nextAt) },
  }
}

/** 0 while failures are free, then 0.5 s, doubling up to the longest hold. */
function delayAfter(failures: number, free: number): number {
  if (failures <= free) return 0
  return Math.min(firstDelayMs * 2 ** Math.min(failures - free - 1, 10), longestHoldMs)
}
