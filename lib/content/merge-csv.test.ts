import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { type CsvPart, mergeCsv } from './merge-csv'
import { anyCell, anyStyle, inBlocks, readAll, writeCsv } from './test-csv'

vi.setConfig({ testTimeout: 60_000 })

function partOf(text: string | Buffer, columns: string[], blockBytes?: number): CsvPart {
  return { columns, open: async () => inBlocks(Buffer.from(text), blockBytes) }
}

async function merge(parts: CsvPart[]): Promise<string> {
  return (await readAll(mergeCsv(parts))).toString()
}

const columnNames = ['id', 'from', 'to', 'text', 'a,b', 'q"q', 'two\nlines', 'é']
const file = fc.shuffledSubarray(columnNames, { minLength: 1 }).chain((columns) =>
  fc.record({
    columns: fc.constant(columns),
    rows: fc.array(fc.array(anyCell, { minLength: columns.length, maxLength: columns.length }), {
      maxLength: 5,
    }),
    style: anyStyle,
    blockBytes: fc.integer({ min: 1, max: 40 }),
  }),
)

describe('mergeCsv', () => {
  test('gives the records that csv-parse finds in the parts, by name, wherever blocks are cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 1, maxLength: 4 }), async (files) => {
        const merged = await merge(
          files.map(({ columns, rows, style, blockBytes }) =>
            partOf(writeCsv([columns, ...rows], style), columns, blockBytes),
          ),
        )
        const united = [...new Set(files.flatMap((one) => one.columns))]
        const expected = files.flatMap(({ columns, rows }) =>
          rows.map((row) => united.map((name) => row[columns.indexOf(name)] ?? '')),
        )
        const found: string[][] = parse(merged, { record_delimiter: ['\n', '\r\n'] })
        expect(found).toEqual([united, ...expected])
      }),
      { numRuns: 400 },
    )
  })

  test('copies the bytes of parts with one header, and ends each with a line end', async () => {
    const parts = ['"a","b"\n"1","x\ny"\n', 'a,b\r\n2,"say ""hi"""', '\ufeffa,b\n']
    expect(await merge(parts.map((text) => partOf(text, ['a', 'b'])))).toBe(
      '"a","b"\n"1","x\ny"\n2,"say ""hi"""\n',
    )
  })

  test('unites headers in the order of first sight; what a part lacks is empty', async () => {
    const merged = await merge([
      partOf('"a","b"\n"1","2"\n', ['a', 'b']),
      partOf('"b","c","a"\n"20","30","10"\n', ['b', 'c', 'a']),
    ])
    expect(merged).toBe('"a","b","c"\n"1","2",\n"10","20","30"\n')
  })

  test('keeps apart two columns of one name', async () => {
    const merged = await merge([partOf('a,a\n1,2\n', ['a', 'a']), partOf('b,a\n3,4\n', ['b', 'a'])])
    expect(merged).toBe('"a","a","b"\n1,2,\n4,,3\n')
  })

  test('takes files without records and without content', async () => {
    const parts = [partOf('', []), partOf('a\n', ['a']), partOf('a', ['a']), partOf('\n\n', [])]
    expect(await merge(parts)).toBe('"a"\n')
    expect(await merge([partOf('', [])])).toBe('')
  })

  test.each([
    ['another header', 'a,c\n1,2\n', ['a', 'b'], /columns are not the ones/],
    ['no header', '', ['a', 'b'], /columns are not the ones/],
    ['content where none was recorded', 'a\n1\n', [], /columns are not the ones/],
    ['a record that is cut off', 'a,b\n1,"2', ['a', 'b'], /ends within quotes/],
    ['one that is cut off, in another order', 'b,a\n1,"2', ['b', 'a'], /ends within quotes/],
    ['more fields than columns, in another order', 'b,a\n1,2,3\n', ['b', 'a'], /3 fields/],
  ])('fails at %s', async (_what, text, columns, message) => {
    const first = partOf('a,b\n1,2\n', ['a', 'b'])
    await expect(merge([first, partOf(text, columns)])).rejects.toThrow(message)
  })

  test('opens a part when its turn comes, and closes it before the next one, also when given up', async () => {
    const log: string[] = []
    const watched = (name: string): CsvPart => ({
      columns: ['a'],
      open: async () => {
        log.push(`open ${name}`)
        return (async function* () {
          try {
            yield Buffer.from('a\n')
            yield Buffer.from(`${name}\n`)
          } finally {
            log.push(`close ${name}`)
          }
        })()
      },
    })
    await merge([watched('1'), watched('2')])
    expect(log).toEqual(['open 1', 'close 1', 'open 2', 'close 2'])
    const given = mergeCsv([watched('3'), watched('4')])
    await given.next()
    await given.next()
    await given.return()
    expect(log.slice(4)).toEqual(['open 3', 'close 3'])
  })

  test('leaves columns of a part out, also where another part has them', async () => {
    const time = '2026-06-02T00:00:00Z'
    const columns = ['id', 'text', 'at']
    const csv = `id,text,at\n1,secret,${time}\n`
    const cut = { column: 'at', from: 0, to: Number.MAX_VALUE, leaveOut: ['text'] }
    expect(await merge([{ ...partOf(csv, columns), cut }])).toBe(`"id","at"\n1,${time}\n`)
    const both = await merge([{ ...partOf(csv, columns), cut }, partOf(csv, columns)])
    expect(both).toBe(`"id","at","text"\n1,${time},\n1,${time},secret\n`)
  })

  test('cuts a part while it merges', async () => {
    const csv = 'id,date_received\n1,2026-06-01T00:00:00+00:00\n2,2026-06-02T00:00:00+00:00\n'
    const columns = ['id', 'date_received']
    const cut = { column: 'date_received', from: Date.UTC(2026, 5, 2), to: Date.UTC(2026, 5, 3) }
    const merged = await merge([{ ...partOf(csv, columns), cut }, partOf('id\n3\n', ['id'])])
    expect(merged).toBe('"id","date_received"\n2,2026-06-02T00:00:00+00:00\n3,\n')
  })
})
