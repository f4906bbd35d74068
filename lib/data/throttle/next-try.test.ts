import { describe, expect, it } from 'vitest'
import { forgetAfterMs, longestHoldMs, nextTry } from './next-try'

const at = (ms: number) => new Date(1_800_000_000_000 + ms)
const fresh = { failures: 0, nextAt: at(0), lastTryAt: null }

/** Sends tries at the given times; answers how long each is held. */
function holds(times: number[], free: number): number[] {
  let state: Parameters<typeof nextTry>[0] = fresh
  return times.map((time) => {
    const next = nextTry(state, free, at(time))
    state = { ...next.state, lastTryAt: at(time) }
    return next.holdMs
  })
}

describe('nextTry', () => {
  it('holds no free try, and longer with each further one', () => {
    const spaced = [0, 60_000, 120_000, 180_000]
    expect(holds(spaced, 3)).toEqual([0, 0, 0, 0])
    expect(holds([0, 0, 0, 0, 0, 500, 1_500], 3)).toEqual([0, 0, 0, 0, 500, 1_000, 2_000])
  })

  it('spaces tries that come at the same moment', () => {
    expect(holds([0, 0, 0, 0, 0], 0)).toEqual([0, 500, 1_500, 3_500, 7_500])
  })

  it('never holds longer than the longest hold, however many failed', () => {
    const all = holds(
      Array.from({ length: 5_000 }, () => 0),
      3,
    )
    expect(Math.max(...all)).toBe(longestHoldMs)
    expect(all.at(-1)).toBe(longestHoldMs)
  })

  it('forgets after a quiet time', () => {
    const state = { failures: 100, nextAt: at(longestHoldMs), lastTryAt: at(0) }
    expect(nextTry(state, 3, at(forgetAfterMs)).state.failures).toBe(101)
    expect(nextTry(state, 3, at(forgetAfterMs + 1)).state.failures).toBe(1)
  })
})
