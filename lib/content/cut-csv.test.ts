import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutCsv } from './cut-csv'
import { anyCell, anyStyle, inBlocks, readAll, writeCsv } from './test-csv'

const day = 24 * 3600_000
const june = Date.UTC(2026, 5, 1)
const columns = ['text', 'date_received', 'id']

/** A second in the first days of June, in one of the ways that Vonage writes times. */
const time = fc
  .tuple(fc.integer({ min: 0, max: 3 * 24 * 3600 }), fc.constantFrom('Z', '+00:00', '+0000'))
  .map(([second, zone]) => ({
    at: june + second * 1000,
    text: `${new Date(june + second * 1000).toISOString().slice(0, 19)}${zone}`,
  }))

test('takes exactly the records of a range, as filtering what csv-parse reads does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(anyCell, time, anyCell), { maxLength: 8 }),
      anyStyle,
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 0, max: 3 }),
      async (rows, style, blockBytes, first, days) => {
        const csv = writeCsv([columns, ...rows.map(([a, { text }, b]) => [a, text, b])], style)
        const from = june + first * day
        const to = from + days * day
        let counted = -1
        const cut = { column: 'date_received', from, to }
        const result = await readAll(
          cutCsv(inBlocks(csv, blockBytes), columns, cut, (count) => {
            counted = count
          }),
        )
        const expected = rows
          .filter(([, { at }]) => at >= from && at < to)
          .map(([a, { text }, b]) => [a, text, b])
        const found: string[][] = parse(result, { record_delimiter: ['\n', '\r\n'] })
        expect(found).toEqual([columns, ...expected])
        expect(counted).toBe(expected.length)
      },
    ),
    { numRuns: 400 },
  )
})

test('two ranges that meet have every record once', async () => {
  const csv = writeCsv(
    [
      ['date_start'],
      ...Array.from({ length: 100 }, (_, i) => [new Date(june + i * 3600_000).toISOString()]),
    ],
    { quoted: true, bom: false, eof: true, record_delimiter: '\n' },
  )
  const cut = (from: number, to: number) =>
    readAll(cutCsv(inBlocks(csv), ['date_start'], { column: 'date_start', from, to }))
  const [first, second] = await Promise.all([cut(0, june + day), cut(june + day, Number.MAX_VALUE)])
  const records = (part: Buffer) => part.toString().split('\n').slice(1, -1)
  expect([...records(first), ...records(second)]).toEqual(csv.toString().split('\n').slice(1, -1))
  expect(records(first)).toHaveLength(24)
})

test.each([
  ['', /is no time/],
  ['yesterday', /is no time/],
])('a record whose time is “%s” is neither dropped nor taken', async (text, message) => {
  const csv = Buffer.from(`id,date_received\n1,${text}\n`)
  const cut = { column: 'date_received', from: 0, to: Number.MAX_VALUE }
  await expect(readAll(cutCsv(inBlocks(csv), ['id', 'date_received'], cut))).rejects.toThrow(
    message,
  )
})

test('a file without the column can’t be cut', async () => {
  const cut = { column: 'date_received', from: 0, to: 1 }
  await expect(readAll(cutCsv(inBlocks(Buffer.from('id\n1\n')), ['id'], cut))).rejects.toThrow(
    /no column date_received/,
  )
})

test('leaves columns out, and nothing else', async () => {
  const csv = Buffer.from('id,"text",date_received\n1,"a,""b"" ",2026-06-01T00:00:00Z\n')
  const cut = { column: 'date_received', from: 0, to: Number.MAX_VALUE, leaveOut: ['text'] }
  const result = await readAll(cutCsv(inBlocks(csv), ['id', 'text', 'date_received'], cut))
  expect(result.toString()).toBe('"id","date_received"\n1,2026-06-01T00:00:00Z\n')
})

test('a file without content stays one', async () => {
  const cut = { column: 'date_received', from: 0, to: 1 }
  expect(await readAll(cutCsv(inBlocks(Buffer.alloc(0)), [], cut))).toHaveLength(0)
})
