import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { createCsvCounter } from './csv-counter'

function countIn(csv: Buffer, blockBytes: number) {
  const counter = createCsvCounter()
  for (let at = 0; at < csv.length; at += blockBytes) {
    counter.push(csv.subarray(at, at + blockBytes))
  }
  return counter.finish()
}

function countAll(text: string) {
  return countIn(Buffer.from(text), 1 << 20)
}

const cell = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ' ', '\0', 'é'), maxLength: 6 }),
)
const table = fc.integer({ min: 2, max: 4 }).chain((columns) =>
  fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
    minLength: 1,
    maxLength: 6,
  }),
)

vi.setConfig({ testTimeout: 60_000 })

describe('createCsvCounter', () => {
  test('counts and names what csv-parse does, wherever the blocks are cut', () => {
    fc.assert(
      fc.property(
        table,
        fc.record({
          quoted: fc.boolean(),
          bom: fc.boolean(),
          eof: fc.boolean(),
          record_delimiter: fc.constantFrom('\n', '\r\n'),
        }),
        (rows, options) => {
          const csv = Buffer.from(stringify(rows, { ...options, quoted_match: /[\r\n]/ }))
          const parsed: string[][] = parse(csv, {
            bom: true,
            record_delimiter: options.record_delimiter,
            relax_column_count: true,
          })
          for (let size = 1; size <= csv.length; size++) {
            const facts = countIn(csv, size)
            expect(facts.rows).toBe(parsed.length - 1)
            expect(facts.columns).toEqual(parsed[0])
            expect(facts.bytes).toBe(csv.length)
          }
        },
      ),
      { numRuns: 150 },
    )
  })

  test.each([
    ['nothing', '', 0],
    ['a header without its line end', '"a","b"', 0],
    ['a header', '"a","b"\n', 0],
    ['a last row without its line end', '"a","b"\n"1","2"', 1],
    ['a last field that is empty', 'a,b\n1,', 1],
    ['blank lines', '\n"a","b"\r\n\r\n\n"1","2"\n\n', 1],
    ['quotes within an unquoted field', 'a,b\n5" pipe,x\n6" pipe,y\n', 2],
    ['text after a closing quote', '"a","b"\n"1"x,"2"\n"3","4"\n', 2],
    ['a quoted field that never closes', '"a"\n"1"\n"2\n3\n', 2],
    ['a carriage return as a field of its own', 'a,b\n\rx,1\n\r,2\n', 2],
    ['an escaped quote before a line end', '"a"\n"x""\ny"\n"z"\n', 2],
    ['NUL bytes', '"a"\n"\0"\n\0\n', 2],
  ])('counts the rows of %s', (_what, csv, rows) => {
    for (const size of [1, 2, 3, 7, 1000]) expect(countIn(Buffer.from(csv), size).rows).toBe(rows)
  })

  test('takes a byte order mark for no part of the first name', () => {
    const { columns, rows } = countAll('\ufeff"a\nb","c"\n"1","2"\n')
    expect(columns).toEqual(['a\nb', 'c'])
    expect(rows).toBe(1)
  })

  test('counts on when the header is too long or wrong to be read', () => {
    expect(countAll(`"${'x'.repeat(3 << 20)}"\n"1"\n`)).toMatchObject({ columns: [], rows: 1 })
    expect(countAll('"a"b"c\n1\n2\n')).toMatchObject({ columns: [], rows: 2 })
  })
})
