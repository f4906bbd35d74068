import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findRecordTimes } from './find-record-times'
import { anyCell, anyStyle, inBlocks, writeCsv } from './test-csv'

const columns = ['text', 'date_received']
const at = (second: number) => Date.UTC(2026, 5, 1) + second * 1000
const find = (text: string) =>
  findRecordTimes(inBlocks(Buffer.from(text)), columns, 'date_received')

test('finds the earliest and the latest record, and whether they are in order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(anyCell, fc.nat(1000)), { minLength: 1, maxLength: 8 }),
      anyStyle,
      fc.integer({ min: 1, max: 60 }),
      async (rows, style, blockBytes) => {
        const seconds = rows.map(([, second]) => second)
        const csv = writeCsv(
          [columns, ...rows.map(([text, second]) => [text, new Date(at(second)).toISOString()])],
          style,
        )
        const sorted = seconds.toSorted((a, b) => a - b)
        const is = (other: number[]) => other.every((second, i) => second === seconds[i])
        expect(await findRecordTimes(inBlocks(csv, blockBytes), columns, 'date_received')).toEqual({
          first: at(sorted[0] as number),
          last: at(sorted.at(-1) as number),
          order: is(sorted) ? 'ascending' : is(sorted.toReversed()) ? 'descending' : 'mixed',
        })
      },
    ),
  )
})

test('a last record that is cut off is left out', async () => {
  const whole = 'text,date_received\na,2026-06-01T00:00:01Z\nb,2026-06-01T00:00:05Z\n'
  const expected = { first: at(1), last: at(5), order: 'ascending' }
  expect(await find(`${whole}"c, 2026-06-01T00`)).toEqual(expected)
  expect(await find(`${whole}c,2026-06-0`)).toEqual(expected)
  expect(await find(`${whole}c`)).toEqual(expected)
})

test('nothing is said where there is no record, or no such column', async () => {
  expect(await find('text,date_received\n')).toBeNull()
  expect(await find('')).toBeNull()
  const other = findRecordTimes(inBlocks(Buffer.from('id\n1\n')), ['id'], 'date_received')
  expect(await other).toBeNull()
})
