import { expect, it } from 'vitest'
import { faultDelayMs, followDelayMs } from './follow-delay'

it('grows from 5 s to 60 s and stays there', () => {
  const delays = Array.from({ length: 40 }, (_, n) => followDelayMs(n, 1))
  expect(delays[0]).toBe(5_000)
  expect(delays.at(-1)).toBe(60_000)
  expect([...delays].sort((a, b) => a - b)).toEqual(delays)
})

it('grows further only as far as 4 status calls a second demand', () => {
  expect(followDelayMs(0, 20)).toBe(5_000)
  expect(followDelayMs(0, 100)).toBe(25_000)
  expect(followDelayMs(30, 2000)).toBe(500_000)
})

it('backs off with jitter, up to 5 minutes', () => {
  expect(faultDelayMs(0, () => 0)).toBe(1_000)
  expect(faultDelayMs(0, () => 1)).toBe(2_000)
  expect(faultDelayMs(50, () => 1)).toBe(300_000)
})
