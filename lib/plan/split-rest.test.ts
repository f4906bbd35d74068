import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findRest, splitRest } from './split-rest'

const hour = 3600_000
const day = 24 * hour
const june = (n: number) => Date.UTC(2026, 5, n)
const cut = {
  from: june(1),
  to: june(31),
  rows: 1000,
  first: june(2) + 300,
  last: june(12) + 7400,
  order: 'ascending' as const,
}

describe('what is left to ask for', () => {
  test('in order of time: from the last record’s second on', () => {
    expect(findRest(cut)).toEqual({
      whole: { from: june(1), to: june(12) + 7000 },
      rest: { from: june(12) + 7000, to: june(31) },
    })
  })

  test('newest first: up to the earliest record’s second, with it', () => {
    expect(findRest({ ...cut, order: 'descending' })).toEqual({
      whole: { from: june(2) + 1000, to: june(31) },
      rest: { from: june(1), to: june(2) + 1000 },
    })
  })

  test.each([
    ['in no order', { order: 'mixed' as const }],
    ['of unknown order', { order: null }],
    ['without a record', { rows: 0 }],
    ['without a time', { first: null, last: null }],
    ['with times outside of the range', { last: june(40) }],
  ])('%s: everything', (_what, fields) => {
    expect(findRest({ ...cut, ...fields })).toEqual({
      whole: null,
      rest: { from: june(1), to: june(31) },
    })
  })
})

test('parts tile the rest, two at least, in whole seconds', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 400 * 86_400 }),
      fc.nat(100_000_000),
      fc.integer({ min: 0, max: 7_000_000 }),
      fc.constantFrom('UTC', 'Europe/Madrid', 'Asia/Kolkata', 'America/St_Johns'),
      (seconds, records, limit, timeZone) => {
        const rest = { from: june(3) + 5000, to: june(3) + 5000 + seconds * 1000 }
        const parts = splitRest(rest, records, limit, timeZone)
        expect(parts.length).toBeGreaterThanOrEqual(2)
        expect(parts[0]?.from).toBe(rest.from)
        expect(parts.at(-1)?.to).toBe(rest.to)
        for (const [index, part] of parts.entries()) {
          expect(part.to).toBeGreaterThan(part.from)
          expect(part.to % 1000).toBe(0)
          if (index > 0) expect(part.from).toBe(parts[index - 1]?.to)
        }
      },
    ),
  )
})

test('of even traffic, each part fits where the cut off file did', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 300 }),
      fc.integer({ min: 10, max: 300 }),
      (days, fits) => {
        const parts = splitRest({ from: june(1), to: june(1) + days * day }, days, fits, 'UTC')
        for (const { from, to } of parts) expect((to - from) / day).toBeLessThanOrEqual(fits)
      },
    ),
  )
})

test('long parts end at midnight, there', () => {
  const rest = { from: june(1), to: june(31) }
  const parts = splitRest(rest, 3000, 1000, 'Europe/Madrid')
  expect(parts).toHaveLength(5)
  for (const { to } of parts.slice(0, -1)) expect((to + 2 * hour) % day).toBe(0)
})
