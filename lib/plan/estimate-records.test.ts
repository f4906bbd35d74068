import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Span } from './cover-range'
import { estimateRecords, learnTraffic, type PastRecords } from './estimate-records'

function guess(asked: Span, past: readonly PastRecords[]) {
  const traffic = learnTraffic(past, asked)
  return traffic && estimateRecords(asked, traffic)
}

const day = 24 * 3600_000
/** A Monday. */
const start = Date.UTC(2026, 5, 1)
const days = (first: number, count: number) => ({
  from: start + first * day,
  to: start + (first + count) * day,
})
/** A business: 1,000 on weekdays, 300 on Saturdays, 100 on Sundays. */
const weekly = [1000, 1000, 1000, 1000, 1000, 300, 100]
const daily = (count: number, rows = (index: number) => weekly[index % 7] as number) =>
  Array.from({ length: count }, (_, index) => ({ ...days(index, 1), rows: rows(index) }))

test('nothing known, nothing guessed', () => {
  expect(guess(days(0, 7), [])).toBeNull()
})

test('learns the weekdays from daily files', () => {
  const past = daily(28)
  const weekend = guess(days(33, 2), past)
  const monday = guess(days(28, 1), past)
  expect(weekend?.records).toBeGreaterThan(380)
  expect(weekend?.records).toBeLessThan(430)
  expect(monday?.records).toBeGreaterThan(950)
  expect(monday?.records).toBeLessThan(1010)
})

test('learns a share of the week from weekly and monthly files, too', () => {
  const past = [
    { ...days(0, 28), rows: 4 * 5400 },
    { ...days(28, 7), rows: 5400 },
  ]
  const week = guess(days(35, 7), past)
  expect(week?.records).toBeGreaterThan(5300)
  expect(week?.records).toBeLessThan(5500)
})

test('follows a trend: the near past counts more', () => {
  const growing = daily(240, (index) => 100 + index * 10)
  const { records = 0 } = guess(days(240, 7), growing) ?? {}
  const mean = 7 * (100 + 120 * 10)
  expect(records).toBeGreaterThan(mean * 1.25)
})

test('one file is less sure than many, and a far away one than a near one', () => {
  const width = (past: PastRecords[], first: number) => {
    const found = guess(days(first, 7), past)
    return found ? found.high / found.low : 0
  }
  expect(
    width(
      daily(1, () => 1000),
      1,
    ),
  ).toBeGreaterThan(
    width(
      daily(28, () => 1000),
      28,
    ) * 1.3,
  )
  expect(
    width(
      daily(28, () => 1000),
      300,
    ),
  ).toBeGreaterThan(
    width(
      daily(28, () => 1000),
      28,
    ) * 1.3,
  )
})

test('nine in ten guesses of noisy traffic lie within their bounds', () => {
  let inside = 0
  let all = 0
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0.7, max: 1.3, noNaN: true }), { minLength: 70, maxLength: 70 }),
      (noise) => {
        const rows = (index: number) =>
          Math.round((weekly[index % 7] as number) * (noise[index] as number))
        const found = guess(days(56, 7), daily(56, rows))
        const truth = Array.from({ length: 7 }, (_, i) => rows(56 + i)).reduce((a, b) => a + b)
        all++
        if (found && found.low <= truth && truth <= found.high) inside++
      },
    ),
    { seed: 7, numRuns: 100 },
  )
  expect(inside / all).toBeGreaterThan(0.9)
})

const past = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 40 }), fc.nat(1_000_000))
    .map(([first, count, rows]) => ({ ...days(first, count), rows })),
  { minLength: 1, maxLength: 12 },
)
const asked = fc
  .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 60 }))
  .map(([first, count]) => days(first, count))

test('bounds hold the guess, and nothing is below zero or no number', () => {
  fc.assert(
    fc.property(asked, past, (range, files) => {
      const found = guess(range, files)
      if (!found) throw new Error('There are files.')
      expect(found.low).toBeLessThanOrEqual(found.records)
      expect(found.records).toBeLessThanOrEqual(found.high)
      expect(found.low).toBeGreaterThanOrEqual(0)
      expect(Number.isSafeInteger(found.high)).toBe(true)
    }),
  )
})

test('even traffic is guessed exactly, whatever the files', () => {
  fc.assert(
    fc.property(asked, past, fc.integer({ min: 1, max: 5000 }), (range, files, rate) => {
      const even = files.map((file) => ({ ...file, rows: ((file.to - file.from) / day) * rate }))
      expect(guess(range, even)?.records).toBe(((range.to - range.from) / day) * rate)
    }),
  )
})
