import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverRange, type KeptSpan, type Span } from './cover-range'

const span = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 20 }))
  .map(([from, length]) => ({ from, to: from + length }))
const keptSpans = fc
  .array(fc.tuple(span, fc.integer({ min: 0, max: 12 })), { maxLength: 10 })
  .map((files) =>
    files.map(([file, later], index) => ({ ...file, id: `f${index}`, fetchedAt: file.to + later })),
  )
const settleMs = fc.constantFrom(0, 3, 7)
const units = ({ from, to }: Span) => Array.from({ length: to - from }, (_, i) => from + i)

/** Brute force: the fewest files that hold all of a range; Infinity where they can't. */
function fewest(range: Span, files: readonly Span[]): number {
  const reach = new Map<number, number>([[range.from, 0]])
  for (let at = range.from; at < range.to; at++) {
    const count = reach.get(at)
    if (count === undefined) continue
    for (const file of files)
      if (file.from <= at)
        for (let to = at + 1; to <= Math.min(file.to, range.to); to++)
          reach.set(to, Math.min(reach.get(to) ?? Number.POSITIVE_INFINITY, count + 1))
  }
  return reach.get(range.to) ?? Number.POSITIVE_INFINITY
}

test('what is taken and what is missing tile the range exactly', () => {
  fc.assert(
    fc.property(span, keptSpans, settleMs, (asked, kept, settle) => {
      const { taken, missing } = coverRange(asked, kept, settle)
      const tiles = [...taken, ...missing].sort((a, b) => a.from - b.from)
      expect(tiles.flatMap(units)).toEqual(units(asked))
      expect(tiles.every((tile) => tile.from < tile.to)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

test('a file gives only what it has, and nothing is missing that any file has', () => {
  fc.assert(
    fc.property(span, keptSpans, settleMs, (asked, kept, settle) => {
      const { taken, missing } = coverRange(asked, kept, settle)
      for (const part of taken) {
        const file = kept.find(({ id }) => id === part.id) as KeptSpan
        expect(file.from <= part.from && part.to <= file.to).toBe(true)
      }
      const there = new Set(kept.flatMap(units))
      expect(missing.flatMap(units).filter((unit) => there.has(unit))).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test('a moment is marked only where no file had it settled', () => {
  fc.assert(
    fc.property(span, keptSpans, settleMs, (asked, kept, settle) => {
      const isSettled = (unit: number, file: KeptSpan) =>
        file.from <= unit && unit < Math.min(file.to, file.fetchedAt - settle)
      for (const part of coverRange(asked, kept, settle).taken) {
        const file = kept.find(({ id }) => id === part.id) as KeptSpan
        expect(part.mayHaveChanged).toBe(units(part).some((unit) => !isSettled(unit, file)))
        for (const unit of units(part))
          if (kept.some((other) => isSettled(unit, other))) expect(isSettled(unit, file)).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
})

test('where nothing changes late, no cover has fewer files', () => {
  fc.assert(
    fc.property(span, keptSpans, (asked, kept) => {
      const { taken, missing } = coverRange(asked, kept, 0)
      fc.pre(missing.length === 0)
      expect(taken.length).toBe(fewest(asked, kept))
    }),
    { numRuns: 2000 },
  )
})

test('of two files that do equally, the later fetched one is taken', () => {
  const asked = { from: 10, to: 20 }
  const kept = [
    { id: 'early', from: 0, to: 50, fetchedAt: 60 },
    { id: 'late', from: 10, to: 20, fetchedAt: 90 },
  ]
  expect(coverRange(asked, kept, 5).taken).toEqual([
    { id: 'late', from: 10, to: 20, mayHaveChanged: false },
  ])
})

test('a settled file comes before one that is longer and may have changed', () => {
  const kept = [
    { id: 'month', from: 0, to: 30, fetchedAt: 31 },
    { id: 'last days', from: 25, to: 30, fetchedAt: 90 },
  ]
  expect(coverRange({ from: 0, to: 30 }, kept, 3).taken).toEqual([
    { id: 'month', from: 0, to: 28, mayHaveChanged: false },
    { id: 'last days', from: 28, to: 30, mayHaveChanged: false },
  ])
})
