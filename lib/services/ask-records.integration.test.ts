import { randomUUID } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { claimDataset } from '@/lib/data/datasets/claim-dataset'
import type { UserActor } from '@/lib/schemas/actor'
import { recordChartSchema, recordQuerySchema, recordScopeSchema } from '@/lib/schemas/records'
import { advanceDatasets } from './advance-datasets'
import { chartRecords, listDatasets, listRecords } from './ask-records'
import { deleteArchives } from './delete-archives'
import { prepareAgain } from './prepare-again'
import { addReport, addRequest, findFile } from './test-files'
import { createWorld, type World } from './test-world'
import { tidyDatasets } from './tidy-datasets'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())

const never = new AbortController().signal
const viewer: UserActor = { kind: 'user', id: 'v', name: 'Vic', role: 'viewer' }

async function prepareAll() {
  const log = { error: (fields: object) => world.faults.push(fields) }
  while (await advanceDatasets(world.worker, never, log));
}

const header =
  '"id","from","to","message_body","date_received","latency","total_price","currency","status"'
const csv = [
  header,
  '"a","ACME","447700900001","hello, ""Bob""","2026-06-01T01:00:00+00:00","120","0.0400","EUR","delivered"',
  '"b","ACME","447700900002","two\nlines","2026-06-01T03:00:00+02:00","REDACTED","0.00500","EUR","failed"',
  '"c","441234567890","447700900003","REDACTED","soon","","1e5","","delivered"',
  '',
].join('\n')

async function preparedReport(text = csv) {
  const reportId = await addReport(world)
  const requestId = await addRequest(world, { reportId }, text)
  await prepareAll()
  return { reportId, requestId, product: null }
}
const query = (fields: object = {}) => recordQuerySchema.parse(fields)
const ids = async (actor: UserActor, of: { reportId: string; product: null }, fields: object) =>
  (await listRecords(actor, of, query({ columns: ['id'], ...fields }))).rows.map(
    (row) => row.cells[0],
  )

describe('records', () => {
  it('are prepared with types, and what is of none survives as it is', async () => {
    const of = await preparedReport()
    expect(world.faults).toEqual([])
    const [dataset] = await listDatasets(world.ana, of.reportId)
    expect(dataset).toMatchObject({ product: 'SMS', state: 'ready', rows: 3, rowsIn: 3, files: 1 })
    const page = await listRecords(world.ana, of, query())
    expect(page.total).toBe(3)
    expect(page.rows.map(({ cells }) => cells)).toEqual([
      [
        'a',
        'ACME',
        '447700900001',
        'hello, "Bob"',
        '2026-06-01T01:00:00Z',
        '120',
        '0.04',
        'EUR',
        'delivered',
      ],
      [
        'b',
        'ACME',
        '447700900002',
        'two\nlines',
        '2026-06-01T01:00:00Z',
        'REDACTED',
        '0.005',
        'EUR',
        'failed',
      ],
      ['c', '441234567890', '447700900003', 'REDACTED', 'soon', null, '1e5', null, 'delivered'],
    ])
  })

  it('are filtered and sorted by type', async () => {
    const of = await preparedReport()
    const by = (...filters: object[]) => ids(world.ana, of, { filters })
    expect(await by({ column: 'status', op: 'is', values: ['failed'] })).toEqual(['b'])
    expect(await by({ column: 'status', op: 'is-not', values: ['failed'] })).toEqual(['a', 'c'])
    expect(await by({ column: 'latency', op: 'is', values: ['REDACTED', ''] })).toEqual(['b', 'c'])
    expect(await by({ column: 'latency', op: 'is-not', values: ['120'] })).toEqual(['b', 'c'])
    expect(await by({ column: 'total_price', op: 'between', from: '0.005', to: '0.04' })).toEqual([
      'a',
      'b',
    ])
    expect(
      await by({ column: 'date_received', op: 'between', to: '2026-06-01T01:00:00Z' }),
    ).toEqual([])
    expect(await by({ column: 'message_body', op: 'contains', text: 'HELLO, "' })).toEqual(['a'])
    expect(await by({ column: 'from', op: 'starts-with', text: 'ac' })).toEqual(['a', 'b'])
    expect(await by({ column: 'currency', op: 'empty' })).toEqual(['c'])
    expect(await by({ column: 'latency', op: 'not-empty' })).toEqual(['a', 'b'])
    expect(await ids(world.ana, of, { search: '00900003' })).toEqual(['c'])
    expect(await ids(world.ana, of, { sort: { column: 'total_price' } })).toEqual(['b', 'a', 'c'])
    expect(
      await ids(world.ana, of, { sort: { column: 'id', descending: true }, offset: 1, limit: 1 }),
    ).toEqual(['b'])
  })

  it('take no text for SQL', async () => {
    const of = await preparedReport()
    for (const text of [
      "' OR 1=1 --",
      '"; DROP TABLE x',
      '%',
      '_',
      '\\',
      '$1',
      '\0',
      'x'.repeat(1000),
    ]) {
      expect(await ids(world.ana, of, { search: text.slice(0, 200) || 'x' })).toEqual([])
      const is = { column: 'status', op: 'is', values: [text] }
      expect(await ids(world.ana, of, { filters: [is] })).toEqual([])
      await expect(
        ids(world.ana, of, { filters: [{ ...is, column: text }] }),
      ).rejects.toMatchObject({ code: 'invalid' })
      await expect(ids(world.ana, of, { sort: { column: text } })).rejects.toMatchObject({
        code: 'invalid',
      })
    }
  })

  it('sum and count exactly', async () => {
    const of = await preparedReport()
    const scope = recordScopeSchema.parse({})
    const ask = (chart: object) =>
      chartRecords(world.ana, of, scope, recordChartSchema.parse(chart))
    expect(await ask({ kind: 'totals', prices: ['total_price'] })).toEqual({
      kind: 'totals',
      records: 3,
      costs: {
        total_price: [
          { currency: '', sum: '0', records: 1, misfits: 1 },
          { currency: 'EUR', sum: '0.045', records: 2, misfits: 0 },
        ],
      },
    })
    expect(
      await ask({
        kind: 'volume',
        column: 'date_received',
        split: 'status',
        unit: 'day',
        timeZone: 'Europe/Berlin',
      }),
    ).toEqual({
      kind: 'volume',
      unit: 'day',
      points: [
        { at: '2026-05-31T22:00:00Z', value: 'delivered', records: 1 },
        { at: '2026-05-31T22:00:00Z', value: 'failed', records: 1 },
        { at: null, value: 'delivered', records: 1 },
      ],
    })
    expect(
      await ask({ kind: 'cost', column: 'date_received', price: 'total_price' }),
    ).toMatchObject({
      unit: 'hour',
      points: [
        { at: '2026-06-01T01:00:00Z', currency: 'EUR', sum: '0.045', records: 2 },
        { at: null, currency: '', sum: '0', records: 1, misfits: 1 },
      ],
    })
    expect(await ask({ kind: 'groups', column: 'status', price: 'total_price', limit: 1 })).toEqual(
      {
        kind: 'groups',
        distinct: 2,
        otherRecords: 1,
        groups: [
          {
            value: 'delivered',
            records: 2,
            costs: [
              { currency: '', sum: '0', records: 1, misfits: 1 },
              { currency: 'EUR', sum: '0.04', records: 1, misfits: 0 },
            ],
          },
        ],
      },
    )
    expect(await ask({ kind: 'percentiles', column: 'latency' })).toMatchObject({
      records: 3,
      empty: 1,
      misfits: 1,
      values: { p50: '120', max: '120' },
    })
  })

  it('are masked for whoever lacks the right, and tell nothing by filters', async () => {
    const of = await preparedReport()
    const page = await listRecords(
      viewer,
      of,
      query({ columns: ['from', 'to', 'message_body', 'latency', 'total_price'] }),
    )
    expect(page.rows.map(({ cells }) => cells)).toEqual([
      ['A•••', '4477009•••01', '•••', '120', '0.04'],
      ['A•••', '4477009•••02', '•••', 'REDACTED', '0.005'],
      ['4412345•••90', '4477009•••03', 'REDACTED', null, '•••'],
    ])
    const refused = { code: 'forbidden' }
    const isTo = { column: 'to', op: 'is', values: ['447700900001'] }
    await expect(ids(viewer, of, { filters: [isTo] })).rejects.toMatchObject(refused)
    await expect(ids(viewer, of, { sort: { column: 'to' } })).rejects.toMatchObject(refused)
    expect(await ids(viewer, of, { search: '00900003' })).toEqual([])
    expect(await ids(viewer, of, { search: 'hello' })).toEqual([])
    const chart = recordChartSchema.parse({ kind: 'groups', column: 'to' })
    await expect(
      chartRecords(viewer, of, recordScopeSchema.parse({}), chart),
    ).rejects.toMatchObject(refused)
  })

  it('go with their archive, at once, and come back when prepared again', async () => {
    const of = await preparedReport()
    await expect(prepareAgain(viewer, of.reportId)).rejects.toMatchObject({ code: 'forbidden' })
    await prepareAgain(world.ana, of.reportId)
    expect((await listRecords(world.ana, of, query())).total).toBe(3)
    await prepareAll()
    expect((await listRecords(world.ana, of, query())).total).toBe(3)
    const { id } = await world.db.dataset.findFirstOrThrow({ where: { reportId: of.reportId } })
    const folder = join(process.env.DATA_DIR ?? '', 'datasets', id)
    expect(await readdir(folder)).toHaveLength(1)
    await deleteArchives(world.ana, { reportId: of.reportId })
    await expect(listRecords(world.ana, of, query())).rejects.toMatchObject({ code: 'conflict' })
    await prepareAll()
    expect(await readdir(folder)).toEqual([])
    expect(await listDatasets(world.ana, of.reportId)).toMatchObject([
      { state: 'gone', isReadable: false },
    ])
  })

  it('come back when their file is lost', async () => {
    const of = await preparedReport()
    const { id } = await world.db.dataset.findFirstOrThrow({ where: { reportId: of.reportId } })
    const folder = join(process.env.DATA_DIR ?? '', 'datasets', id)
    const loseFolder = () => rm(folder, { recursive: true })
    const loseFile = async () => {
      for (const name of await readdir(folder)) await rm(join(folder, name))
    }
    for (const lose of [loseFolder, loseFile]) {
      await lose()
      await expect(listRecords(world.ana, of, query())).rejects.toMatchObject({ code: 'gone' })
      await tidyDatasets()
      await prepareAll()
      expect((await listRecords(world.ana, of, query())).total).toBe(3)
    }
  })

  it('leave a file alone that a worker is about to name', async () => {
    const of = await preparedReport()
    const { id, file } = await world.db.dataset.findFirstOrThrow({
      where: { reportId: of.reportId },
    })
    const inHand = { leaseId: randomUUID(), leaseUntil: new Date(Date.now() + 60_000) }
    await world.db.dataset.update({ where: { id }, data: { file: null, ...inHand } })
    await tidyDatasets()
    const idle = { leaseId: null, leaseUntil: null }
    await world.db.dataset.update({ where: { id }, data: { file, ...idle } })
    expect((await listRecords(world.ana, of, query())).total).toBe(3)
  })

  it('that end the worker each time are given up, and the others go on', async () => {
    const deadly = await addReport(world)
    await addRequest(world, { reportId: deadly }, csv)
    const where = { reportId: deadly }
    for (let tries = 1; tries <= 4; tries++) {
      // What is taken and never settled: the process is gone.
      expect(await claimDataset()).toMatchObject({ reportId: deadly, tries })
      expect(await claimDataset()).toBeNull()
      const { dueAt } = await world.db.dataset.findFirstOrThrow({ where })
      expect((dueAt?.getTime() ?? 0) - Date.now()).toBeGreaterThan(50_000)
      const gone = { dueAt: new Date(0), leaseUntil: new Date(0) }
      await world.db.dataset.updateMany({ where, data: gone })
    }
    await prepareAll()
    expect(await listDatasets(world.ana, deadly)).toMatchObject([
      { state: 'failed', problem: { title: 'Preparing the records ended the worker each time.' } },
    ])
    expect(world.faults.splice(0)).toHaveLength(1)
    await prepareAgain(world.ana, deadly)
    await prepareAll()
    expect(await listDatasets(world.ana, deadly)).toMatchObject([{ state: 'ready', rows: 3 }])
  })

  it('whose archive is lost are told so, and not tried again', async () => {
    const reportId = await addReport(world)
    const requestId = await addRequest(world, { reportId }, csv)
    await rm(await findFile(world, requestId))
    await prepareAll()
    const [dataset] = await listDatasets(world.ana, reportId)
    expect(dataset).toMatchObject({ state: 'failed' })
    expect(dataset?.problem?.title).toContain('is missing')
    expect(dataset?.problem?.meaning).toContain('can’t be downloaded')
    expect(world.faults).toEqual([])
  })

  it('are found by the text of a value that is not of its type', async () => {
    const of = await preparedReport(
      '"id","date_received","latency"\n"1","2026-06-01T00:00:00.123456789Z","7"\n"2","2026-06-01T00:00:00Z","007"\n',
    )
    const is = (column: string, value: string) =>
      ids(world.ana, of, { filters: [{ column, op: 'is', values: [value] }] })
    expect(await is('latency', '007')).toEqual(['2'])
    expect(await is('latency', '7')).toEqual(['1'])
    expect(await is('date_received', '2026-06-01T00:00:00.123456789Z')).toEqual(['1'])
    expect(await ids(world.ana, of, { search: '007' })).toEqual(['2'])
  })

  it('unite new files and what is kept of earlier ones', async () => {
    const earlier = await preparedReport(
      '"id","date_received","message_body"\n"1","2026-06-01T00:00:00Z","x"\n"2","2026-06-01T12:00:00Z","y"\n',
    )
    const reportId = await addReport(world)
    await addRequest(world, { reportId }, '"status","id"\n"ok","3"\n')
    await world.db.keptPart.create({
      data: {
        reportId,
        sourceId: earlier.requestId,
        dateStart: new Date('2026-06-01T06:00:00Z'),
        dateEnd: new Date('2026-06-02T00:00:00Z'),
        mayHaveChanged: false,
        leftOut: ['message_body'],
      },
    })
    await prepareAll()
    const page = await listRecords(
      world.ana,
      { reportId, product: null },
      query({ sort: { column: 'id' } }),
    )
    expect(page.columns.toSorted()).toEqual(['date_received', 'id', 'status'])
    const cell = (row: number, column: string) =>
      page.rows[row]?.cells[page.columns.indexOf(column)]
    expect([cell(0, 'id'), cell(1, 'id'), cell(1, 'status'), cell(0, 'date_received')]).toEqual([
      '2',
      '3',
      'ok',
      '2026-06-01T12:00:00Z',
    ])
  })

  it('wait for what is on its way', async () => {
    const reportId = await addReport(world)
    const running = await addRequest(world, { reportId })
    await addRequest(world, { reportId }, '"id"\n"1"\n')
    await prepareAll()
    expect(await listDatasets(world.ana, reportId)).toMatchObject([
      { state: 'waiting', isReadable: false },
    ])
    await world.db.reportRequest.update({ where: { id: running }, data: { state: 'failed' } })
    await prepareAll()
    expect(await listDatasets(world.ana, reportId)).toMatchObject([
      { state: 'ready', rows: 1, files: 1, missing: 1 },
    ])
  })
})
