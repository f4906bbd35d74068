import { expect, it } from 'vitest'
import { describeDays } from './describe-days'

it('says whole days as days, and times only where they matter', () => {
  const say = (start: string, end: string) => describeDays(start, end, 'Europe/Madrid')
  expect(say('2026-05-31T22:00:00Z', '2026-06-30T22:00:00Z')).toBe('1–30 Jun 2026')
  expect(say('2026-10-31T23:00:00Z', '2026-11-24T06:20:30Z')).toBe('1–24 Nov 2026, 07:20')
  expect(say('2026-11-24T08:30:00Z', '2026-11-24T09:00:00Z')).toBe(
    '24 Nov 2026, 09:30 – 24 Nov 2026, 10:00',
  )
})
