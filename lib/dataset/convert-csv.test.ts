import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { anyCell, anyStyle, writeCsv } from '@/lib/content/test-csv'
import { createDatasetWorld } from './test-dataset'

vi.setConfig({ testTimeout: 120_000 })

let world: Awaited<ReturnType<typeof createDatasetWorld>>
beforeAll(async () => {
  world = await createDatasetWorld()
})
afterAll(() => world.end())

describe('a CSV becomes Parquet', () => {
  test.each<[string, string | Buffer, string[], (string | null)[][]]>([
    ['no rows', '"id","to"\n', ['id', 'to'], []],
    ['no final line end', 'id,to\n1,2', ['id', 'to'], [['1', '2']]],
    ['a byte order mark', '\ufeffid,to\n1,2\n', ['id', 'to'], [['1', '2']]],
    [
      'quotes, commas and line ends inside',
      'id,to\r\n"a ""b""","x,\r\ny"\r\n',
      ['id', 'to'],
      [['a "b"', 'x,\r\ny']],
    ],
    ['NUL bytes', 'id,to\n"a\0b",c\n', ['id', 'to'], [['a\0b', 'c']]],
    [
      'bytes that are no UTF-8',
      Buffer.from([...Buffer.from('id,to\n1,'), 0xff, 0x41, 0x0a]),
      ['id', 'to'],
      [['1', '\ufffdA']],
    ],
    ['one name twice', 'id,ID,id\n1,2,3\n', ['id', 'ID', 'id (2)'], [['1', '2', '3']]],
    [
      'a name that another one takes',
      'a,a (2),a\n1,2,3\n',
      ['a', 'a (2)', 'a (3)'],
      [['1', '2', '3']],
    ],
    ['a line end in a name', '"two\nlines",id\n1,2\n', ['two\nlines', 'id'], [['1', '2']]],
    ['names without a name', ',id,\n1,2,3\n', ['column 1', 'id', 'column 3'], [['1', '2', '3']]],
    ['a name that is SQL', '"id"" FROM x; --","c0"\n1,2\n', ['id" FROM x; --', 'c0'], [['1', '2']]],
    [
      'a missing field',
      'id,to\n1\n2,3\n',
      ['id', 'to'],
      [
        ['1', null],
        ['2', '3'],
      ],
    ],
    [
      'more fields than the header',
      'id,to\n1,2,3,"4,5"\n6,7\n',
      ['id', 'to', '(more fields)'],
      [
        ['1', '2', '{"field 3":"3","field 4":"4,5"}'],
        ['6', '7', null],
      ],
    ],
    ['text after a closing quote', 'id,to\n"1"x,2\n', ['id', 'to'], [['"1"x', '2']]],
    ['a quote within a field', 'id,to\n1,a"b\n', ['id', 'to'], [['1', 'a"b']]],
    [
      'lone carriage returns',
      'id,to\n1,a\rb\n2,c\n',
      ['id', 'to'],
      [
        ['1', 'a\rb'],
        ['2', 'c'],
      ],
    ],
    [
      'blank lines',
      'id,to\n\n1,2\n\n\n3,4\n',
      ['id', 'to'],
      [
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['one column with an empty value', 'id\n1\n""\n2\n', ['id'], [['1'], [null], ['2']]],
  ])('with %s', async (_what, csv, columns, rows) => {
    const read = await world.read(csv)
    expect(read).toMatchObject({ columns, rows })
    expect(read.dataset.rows).toBe(read.dataset.rowsIn)
  })

  test('with cells of a megabyte, and with 2,000 columns', async () => {
    const cell = 'x"y'.repeat(400_000)
    const { rows } = await world.read(`id,to\n1,"${cell.replaceAll('"', '""')}"\n`)
    expect(rows).toEqual([['1', cell]])
    const names = Array.from({ length: 2000 }, (_, i) => `n${i}`)
    const wide = await world.read(`${names.join(',')}\n${`${names.join(',')}\n`.repeat(500)}`)
    expect(wide.columns).toEqual([...names.slice(0, 200), '(more fields)'])
    const [row = []] = wide.rows
    expect([...row.slice(0, 200), ...Object.values(JSON.parse(row[200] ?? ''))]).toEqual(names)
  })

  test('with whatever is in its cells, as csv-parse reads it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(anyCell, anyCell), { minLength: 1, maxLength: 6 }),
        anyStyle,
        async (cells, style) => {
          const csv = writeCsv([['id', 'to'], ...cells], style)
          const expected: string[][] = parse(csv, {
            bom: true,
            from: 2,
            record_delimiter: ['\n', '\r\n'],
          })
          const { rows, dataset } = await world.read(csv)
          expect(rows).toEqual(expected.map((row) => row.map((cell) => cell || null)))
          expect(dataset.rows).toBe(dataset.rowsIn)
        },
      ),
      { numRuns: 60 },
    )
  })
})

describe('values by type', () => {
  const column = async (name: string, values: string[]) =>
    (
      await world.read([`id,${name}`, ...values.map((one) => `1,"${one}"`), ''].join('\n'))
    ).rows.map((row) => row[1])

  test('times are UTC, whatever way they are written', async () => {
    const shown = '2026-06-01T01:02:03Z'
    const same = [
      '2026-06-01T01:02:03+00:00',
      '2026-06-01T03:02:03+0200',
      '2026-06-01 01:02:03',
      '2026-06-01T01:02:03Z',
    ]
    expect(await column('date_received', same)).toEqual(same.map(() => shown))
    const exact = [
      '2026-06-01T01:02:03.123456Z',
      '2026-06-01T01:02:03.120Z',
      '1969-12-31T23:59:59.5Z',
    ]
    expect(await column('date_start', exact)).toEqual([
      '2026-06-01T01:02:03.123456Z',
      '2026-06-01T01:02:03.12Z',
      '1969-12-31T23:59:59.5Z',
    ])
  })

  test.each([
    [
      'date_received',
      [
        'soon',
        '2026-06-01',
        '2026-13-01T00:00:00Z',
        'REDACTED',
        'infinity',
        '2026-06-01T01:02:03.1234567Z',
      ],
    ],
    ['total_price', ['1e3', '.5', '1,5', '+1', 'NaN', '0.12345678901', '123456789', '0x1', ' 1']],
    ['latency', ['1.5', '007', '-0', '1e3', '12345678901234567890', '１２']],
  ])('%s: what would lose something stays text', async (name, values) => {
    expect(await column(name, values)).toEqual(values)
  })

  test('prices and counts are exact', async () => {
    const prices = ['0.0000000001', '-0.05', '99999999.9999999999', '0', '12']
    expect(await column('total_price', prices)).toEqual(prices)
    const counts = ['0', '-1', '999999999999999999']
    expect(await column('latency', counts)).toEqual(counts)
  })
})

test('the engine reads nothing outside its folder, and can’t be told to', async () => {
  for (const sql of [
    "SELECT * FROM read_csv('/etc/passwd')",
    "SELECT * FROM read_text('/etc/passwd')",
    "COPY (SELECT 1) TO '/tmp/out.csv'",
    'SET enable_external_access = true',
    "SET allowed_directories = ['/']",
    "ATTACH '/tmp/x.db'",
    'INSTALL httpfs',
    "SELECT * FROM read_csv('https://example.com/x.csv')",
  ])
    await expect(world.engine.ask(sql, [])).rejects.toThrow()
})

test('a question that takes too long is stopped, and the next one is answered', async () => {
  const slow = 'SELECT sum(a.range * b.range) FROM range(1000000) a, range(1000000) b'
  await expect(world.engine.ask(slow, [], { timeoutMs: 100 })).rejects.toMatchObject({
    kind: 'too-slow',
  })
  expect(await world.engine.ask('SELECT 1', [])).toEqual([[1]])
})

test('a question that nobody waits for any more is stopped, also when it has hardly begun', async () => {
  const slow = 'SELECT sum(a.range * b.range) FROM range(1000000) a, range(1000000) b'
  const gone = new AbortController()
  const asked = world.engine.ask(slow, [], { signal: gone.signal, timeoutMs: 3600_000 })
  // Within the same turn: no statement is under way yet.
  queueMicrotask(() => gone.abort())
  await expect(asked).rejects.toMatchObject({ kind: 'aborted' })
})
