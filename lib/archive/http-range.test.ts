import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideRange, matchesEtag, toContentRange, toEtag } from './http-range'

const etag = toEtag('abc')
const decide = (range: string | null, ifRange: string | null = null, bytes = 100) =>
  decideRange({ range, ifRange, etag, bytes })

describe('decideRange', () => {
  test.each([
    ['bytes=0-0', 0, 0],
    ['bytes=0-99', 0, 99],
    ['bytes=10-', 10, 99],
    ['bytes=10-5000', 10, 99],
    ['bytes=99-', 99, 99],
    ['bytes=-1', 99, 99],
    ['bytes=-5000', 0, 99],
    [' Bytes = 3 - 4 ', 3, 4],
  ])('takes %j as a part', (header, start, end) => {
    expect(decide(header)).toEqual({ kind: 'part', range: { start, end } })
  })

  test.each(['bytes=100-', 'bytes=100-200', 'bytes=-0', 'bytes=99999999999999999999-'])(
    'says that %j lies outside',
    (header) => {
      expect(decide(header)).toEqual({ kind: 'unsatisfiable' })
    },
  )

  test.each([
    null,
    '',
    'bytes',
    'bytes=',
    'bytes=-',
    'bytes=5-4',
    'bytes=a-b',
    'bytes=1-2,4-5',
    'rows=1-2',
    'bytes=1.5-2',
  ])('ignores %j', (header) => {
    expect(decide(header)).toEqual({ kind: 'whole' })
  })

  test('gives a part only of the file that the asker began with', () => {
    expect(decide('bytes=5-', etag).kind).toBe('part')
    expect(decide('bytes=5-', '"other"').kind).toBe('whole')
    expect(decide('bytes=5-', `W/${etag}`).kind).toBe('whole')
    expect(decide('bytes=5-', 'Tue, 24 Nov 2026 05:00:00 GMT').kind).toBe('whole')
  })

  test('finds nothing to give of an empty file', () => {
    expect(decide('bytes=0-', null, 0).kind).toBe('unsatisfiable')
    expect(decide('bytes=-5', null, 0).kind).toBe('unsatisfiable')
  })

  test('never leaves the file, whatever the header', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^bytes=\d{0,22}-\d{0,22}$/)),
        fc.nat({ max: 1000 }),
        (header, bytes) => {
          const decision = decide(header, null, bytes)
          if (decision.kind !== 'part') return
          const { start, end } = decision.range
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThanOrEqual(start)
          expect(end).toBeLessThan(bytes)
        },
      ),
    )
  })
})

test('matchesEtag knows the file among several, weakly, and by a star', () => {
  expect(matchesEtag(`"x", W/${etag}`, etag)).toBe(true)
  expect(matchesEtag('*', etag)).toBe(true)
  expect(matchesEtag('"x"', etag)).toBe(false)
  expect(matchesEtag(null, etag)).toBe(false)
})

test('toContentRange names the part, or that there is none', () => {
  expect(toContentRange(100, { start: 5, end: 9 })).toBe('bytes 5-9/100')
  expect(toContentRange(100)).toBe('bytes */100')
})
