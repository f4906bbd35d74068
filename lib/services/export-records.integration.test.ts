import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { DuckDBInstance } from '@duckdb/node-api'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import yauzl from 'yauzl'
import { getReport } from '@/lib/data/reports/get-report'
import type { UserActor } from '@/lib/schemas/actor'
import { exportParametersSchema } from '@/lib/schemas/record-export'
import { advanceDatasets } from './advance-datasets'
import { askRecords } from './ask-records'
import { exportRecords } from './export-records'
import { openReportDownload } from './open-report-download'
import { addReport, addRequest } from './test-files'
import { createWorld, type World } from './test-world'

let world: World
let reportId: string
beforeAll(async () => {
  world = await createWorld()
  reportId = await addReport(world)
  await addRequest(world, { reportId }, csv)
  const log = { error: (fields: object) => world.faults.push(fields) }
  while (await advanceDatasets(world.worker, new AbortController().signal, log));
})
afterAll(() => world.end())

const viewer: UserActor = { kind: 'user', id: 'v', name: 'Vic', role: 'viewer' }
const csv = [
  'id,from,to,message_body,date_received,latency,total_price,client_ref',
  '1,ACME,+447700900000,"=HYPERLINK(""http://x"")",2026-06-01T22:30:00+00:00,120,-0.05,@me',
  '2,441234567890,447700900002,"two\nlines & <b>\u0001",2026-06-01T01:00:00.25Z,REDACTED,0.0040,-0.05',
  '3,,447700900003,,soon,999999999999999999,99999999.1234567891,"a;b,""c"""',
  '',
].join('\n')

const read = async (body: Readable | null) => (body ? buffer(body) : Buffer.alloc(0))

async function take(actor: UserActor, parameters: Record<string, string>): Promise<Buffer> {
  const wanted = exportParametersSchema.parse(parameters)
  const { body } = await exportRecords(actor, reportId, wanted, false)
  return read(body)
}
const query = (fields: object) => JSON.stringify(fields)

/** The cells of a sheet, as text: `undefined` where empty; times and numbers as their `<v>`. */
function readSheet(xml: string): (string | undefined)[][] {
  const plain = (text: string) =>
    text
      .replaceAll('&#13;', '\r')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
  return [...xml.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c\/>|<c[^>]*>(?:<is><t[^>]*>(.*?)<\/t><\/is>|<v>(.*?)<\/v>)<\/c>/gs)].map(
      ([, text, value]) => (text === undefined ? value : plain(text)),
    ),
  )
}

async function unzip(zip: Buffer): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const opened = await yauzl.fromBufferPromise(zip)
  for await (const one of opened.eachEntry())
    files.set(one.fileName, (await buffer(await opened.openReadStreamPromise(one))).toString())
  return files
}

describe('exportRecords', () => {
  it('gives a CSV that no spreadsheet runs, with its zone in the header', async () => {
    const text = (await take(world.ana, { timeZone: 'Europe/Berlin' })).toString()
    expect(parse(text)).toEqual([
      [
        'id',
        'from',
        'to',
        'message_body',
        'date_received (Europe/Berlin)',
        'latency',
        'total_price',
        'client_ref',
      ],
      [
        '1',
        'ACME',
        '+447700900000',
        `'=HYPERLINK("http://x")`,
        '2026-06-02 00:30:00',
        '120',
        '-0.05',
        "'@me",
      ],
      [
        '2',
        '441234567890',
        '447700900002',
        'two\nlines & <b>\u0001',
        '2026-06-01 03:00:00.25',
        'REDACTED',
        '0.004',
        '-0.05',
      ],
      ['3', '', '447700900003', '', 'soon', '999999999999999999', '99999999.1234567891', 'a;b,"c"'],
    ])
  })

  it('writes a CSV as asked, of what is filtered, sorted and chosen', async () => {
    const text = await take(world.ana, {
      delimiter: ';',
      decimal: ',',
      bom: 'on',
      raw: 'on',
      query: query({
        columns: ['message_body', 'total_price'],
        filters: [{ column: 'id', op: 'is', values: ['1', '2'] }],
        sort: { column: 'total_price', descending: true },
      }),
    })
    expect(text.toString()).toBe(
      '\ufeff"message_body";"total_price"\n"two\nlines & <b>\u0001";"0,004"\n"=HYPERLINK(""http://x"")";"-0,05"\n',
    )
  })

  it('gives JSON Lines', async () => {
    const lines = (await take(world.ana, { format: 'jsonl' })).toString().trim().split('\n')
    expect(lines.map((line) => JSON.parse(line))[1]).toEqual({
      id: '2',
      from: '441234567890',
      to: '447700900002',
      message_body: 'two\nlines & <b>\u0001',
      date_received: '2026-06-01T01:00:00.25Z',
      latency: 'REDACTED',
      total_price: '0.004',
      client_ref: '-0.05',
    })
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ latency: 120 })
  })

  it('gives Parquet with types and names, and leaves nothing behind', async () => {
    const path = join(process.env.DATA_DIR ?? '', 'taken.parquet')
    await writeFile(
      path,
      await take(world.ana, {
        format: 'parquet',
        query: query({ columns: ['id', 'latency', 'total_price'] }),
      }),
    )
    const instance = await DuckDBInstance.create(':memory:')
    const connection = await instance.connect()
    const read = await connection.runAndReadAll('SELECT * FROM read_parquet($1)', [path])
    expect(read.columnNames()).toEqual(['id', 'latency', 'latency (as text)', 'total_price'])
    expect(read.getRowsJson()[1]).toEqual(['2', null, 'REDACTED', '0.0040000000'])
    instance.closeSync()
    await rm(path)
    await expect
      .poll(() => readdir(join(process.env.DATA_DIR ?? '', 'datasets/.incoming')))
      .toEqual([])
  })

  it('gives a workbook with real types and a header that stays', async () => {
    const zip = await take(world.ana, { format: 'xlsx', timeZone: 'Europe/Berlin' })
    const files = await unzip(zip)
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? ''
    expect(sheet).toContain('state="frozen"')
    expect(sheet).not.toContain('<f>')
    const at = (iso: string) => expect.closeTo(Date.parse(`${iso}Z`) / 86_400_000 + 25_569, 6)
    const rows = readSheet(sheet)
    expect(rows[1]?.map((cell, index) => (index === 4 ? Number(cell) : cell))).toEqual([
      '1',
      'ACME',
      '+447700900000',
      '=HYPERLINK("http://x")',
      at('2026-06-02T00:30:00'),
      '120',
      '-0.0500000000',
      '@me',
    ])
    expect(rows[2]?.slice(3, 4)).toEqual(['two\nlines & <b>\ufffd'])
    expect(rows[3]).toEqual([
      '3',
      undefined,
      '447700900003',
      undefined,
      'soon',
      '999999999999999999',
      '99999999.1234567891',
      'a;b,"c"',
    ])
  })

  it.each(['csv', 'jsonl', 'parquet', 'xlsx'])(
    'masks a %s for whoever lacks the right',
    async (format) => {
      const file = await take(viewer, { format })
      const texts =
        format === 'xlsx' ? [...(await unzip(file)).values()].join() : file.toString('latin1')
      for (const secret of ['447700900000', '441234567890', 'HYPERLINK', 'lines', 'soon'])
        expect(texts).not.toContain(secret)
    },
  )

  it('says what is wrong before anything is sent, and writes down who took what', async () => {
    const by = (fields: object) => take(viewer, { query: query(fields) })
    await expect(by({ filters: [{ column: 'to', op: 'empty' }] })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(by({ columns: ['nothing'] })).rejects.toMatchObject({ code: 'invalid' })
    await world.db.event.deleteMany({ where: { reportId } })
    await take(world.ana, {
      format: 'xlsx',
      query: query({ filters: [{ column: 'id', op: 'is', values: ['1'] }] }),
    })
    const [event] = await world.db.event.findMany({ where: { reportId } })
    expect(event).toMatchObject({
      kind: 'downloaded',
      actorName: 'Ana',
      data: { format: 'XLSX: 1 filtered records' },
    })
  })
})

describe('while as many exports are under way as may be', () => {
  it('another one is refused in words, before its first byte and before it counts as taken', async () => {
    const events = () => world.db.event.count({ where: { reportId, kind: 'downloaded' } })
    const of = { reportId, product: null }
    await askRecords(world.ana, of, async ({ engine }) => {
      const rows = () => engine.exports.stream('SELECT range::VARCHAR FROM range(1000000)', [])
      const underWay = Array.from({ length: 4 }, rows)
      await Promise.all(underWay.map((one) => one.next()))
      const before = await events()
      await expect(take(world.ana, {})).rejects.toMatchObject({
        code: 'unavailable',
        message: expect.stringContaining('Several exports are under way'),
      })
      expect(await events()).toBe(before)
      await Promise.all(underWay.map((one) => one.return()))
    })
    expect((await take(world.ana, {})).length).toBeGreaterThan(0)
  })
})

describe('the original of a report with texts', () => {
  const analyst: UserActor = { kind: 'user', id: 'n', name: 'Nia', role: 'analyst' }
  const asked = { range: null, ifRange: null, ifNoneMatch: null, headersOnly: false }
  const open = (actor: UserActor, id: string, format: 'zip' | 'csv' | 'zip-all') =>
    openReportDownload(actor, id, { format, product: null, request: null }, asked)

  it.each(['zip', 'csv', 'zip-all'] as const)(
    'as %s needs the right to see texts',
    async (format) => {
      await expect(open(analyst, reportId, format)).rejects.toMatchObject({ code: 'forbidden' })
      const { body } = await open(world.ana, reportId, format)
      expect((await read(body)).length).toBeGreaterThan(0)
    },
  )

  it('is not offered, and one without texts is', async () => {
    const plain = await addReport(world)
    await addRequest(world, { reportId: plain }, 'id\n1\n')
    const offered = async (id: string) => (await getReport(analyst, id))?.actions.download
    expect([await offered(reportId), await offered(plain)]).toEqual([false, true])
    const { body } = await open(analyst, plain, 'csv')
    expect((await read(body)).toString()).toBe('id\n1\n')
  })

  it('may be had where the texts are left out of what is kept of it', async () => {
    const { id: sourceId } = await world.db.reportRequest.findFirstOrThrow({ where: { reportId } })
    const other = await addReport(world)
    const range = {
      dateStart: new Date('2026-06-01T00:00:00Z'),
      dateEnd: new Date('2026-06-02T00:00:00Z'),
    }
    const part = { ...range, sourceId, mayHaveChanged: false }
    const kept = await world.db.keptPart.create({
      data: { ...part, reportId: other, leftOut: ['message_body'] },
    })
    await expect(open(analyst, other, 'zip')).resolves.toMatchObject({ status: 200 })
    await world.db.keptPart.update({ where: { id: kept.id }, data: { leftOut: [] } })
    await expect(open(analyst, other, 'zip')).rejects.toMatchObject({ code: 'forbidden' })
  })
})
