import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countKeptMs, toKeptRows } from './kept-rows'
import type { PaidPart, PaidRequest } from './paid-request'

const hour = 3600_000
const iso = (hours: number) => new Date(hours * hour).toISOString()

function part(from: number, to: number, fields: Partial<PaidPart> = {}): PaidPart {
  return {
    sourceRequestId: 'a',
    reportId: 'r',
    reportTitle: 'R',
    dateStart: iso(from),
    dateEnd: iso(to),
    records: 1,
    recordsAreExact: true,
    leftOut: [],
    mayHaveChanged: false,
    fetchedAt: iso(1000),
    ...fields,
  }
}
const request = (...parts: PaidPart[]): PaidRequest => ({
  key: 'k',
  parts,
  missing: [],
  running: [],
})

test('days that follow on one another in one file are one row, marked if one of them is', () => {
  const rows = toKeptRows([
    request(part(24, 48, { mayHaveChanged: true })),
    request(part(0, 24)),
    request(part(72, 96), part(48, 60, { sourceRequestId: 'b' })),
  ])
  expect(rows).toEqual([
    { sourceId: 'a', dateStart: iso(0), dateEnd: iso(48), mayHaveChanged: true, leftOut: [] },
    { sourceId: 'b', dateStart: iso(48), dateEnd: iso(60), mayHaveChanged: false, leftOut: [] },
    { sourceId: 'a', dateStart: iso(72), dateEnd: iso(96), mayHaveChanged: false, leftOut: [] },
  ])
})

/** Hours dealt out to files: each hour is in one part at most. */
const dealt = fc.array(fc.constantFrom('', 'a', 'b', 'c'), { maxLength: 40 })

test('rows hold every hour of every part of a file once, and no other', () => {
  fc.assert(
    fc.property(dealt, (files) => {
      const paid = files.flatMap((sourceRequestId, at) =>
        sourceRequestId ? [request(part(at, at + 1, { sourceRequestId }))] : [],
      )
      const rows = toKeptRows(paid)
      const hours = rows.flatMap(({ sourceId, dateStart, dateEnd }) => {
        const from = Date.parse(dateStart) / hour
        return Array.from(
          { length: Date.parse(dateEnd) / hour - from },
          (_, index) => `${from + index} ${sourceId}`,
        )
      })
      const expected = files.flatMap((file, at) => (file ? [`${at} ${file}`] : []))
      expect(hours.toSorted()).toEqual(expected.toSorted())
      expect(countKeptMs(paid)).toBe(expected.length * hour)
    }),
  )
})
