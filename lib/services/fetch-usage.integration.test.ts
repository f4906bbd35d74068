import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { listUsageStandings } from '@/lib/data/usage/list-usage-standings'
import { wantUsageFetch } from '@/lib/data/usage/want-usage-fetch'
import { advanceUsageFetch } from './fetch-usage'
import { addReport, addRequest } from './test-files'
import { usageRow, usageZip } from './test-usage-file'
import { createWorld, type World, withFile, worldSecret } from './test-world'

const day = 24 * 3600_000
let world: World
/** What the upstream says of the usage report. */
let says: {
  status: string
  zip: Buffer
  create: number
  state: number
  media: number
  /** What happens before it answers. */
  meanwhile: (() => Promise<void>) | null
}

beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  world.calls.length = 0
  world.faults.length = 0
  says = {
    status: 'SUCCESS',
    zip: usageZip([]),
    create: 200,
    state: 200,
    media: 200,
    meanwhile: null,
  }
  await world.db.usageRecord.deleteMany()
  await world.db.usageFetch.deleteMany()
  await world.db.recordLookup.deleteMany()
  await world.db.$executeRaw`UPDATE "Clock" SET "offsetMs" =
    extract(epoch FROM timestamptz '2026-06-10 12:00Z' - now()) * 1000`
  await world.db.account.updateMany({
    data: { createdAt: new Date('2026-06-01'), refusedAt: null },
  })
  world.setAnswer(async ({ method, path }, response) => {
    const json = (status: number, body: unknown) =>
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify(status < 300 ? body : { title: 'No', detail: worldSecret }))
    const report = { request_id: 'usage-job', request_status: 'PENDING', product: 'REPORTS-USAGE' }
    await says.meanwhile?.()
    if (method === 'POST') return json(says.create, report)
    if (path.startsWith('/v2/reports/usage-job'))
      return json(says.state, { ...report, request_status: says.status, ...withFile(world.url) })
    if (says.media !== 200) return json(says.media, {})
    sendZip(response)
  })
})

function sendZip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/octet-stream' }).end(says.zip)
}

async function step(): Promise<boolean> {
  await world.db.$executeRaw`DELETE FROM "RateLimit"`
  const log = { error: (fields: object) => world.faults.push(fields) }
  return advanceUsageFetch(new AbortController().signal, log)
}
/** Steps until nothing is due, as time passes. */
async function fetchAll(): Promise<void> {
  for (let steps = 0; steps < 12; steps++) {
    await world.moveClock(3000)
    if (!(await step())) return
  }
  throw new Error('It does not end.')
}
const state = () => world.db.usageFetch.findUniqueOrThrow({ where: { accountId: world.accountId } })
const want = () => wantUsageFetch(world.db, [world.accountId])
const asked = () =>
  world.calls.filter(({ method }) => method === 'POST').map(({ body }) => JSON.parse(body))
const lines = () => world.db.usageRecord.findMany({ orderBy: { recordId: 'asc' } })

it('fetches 13 months with the sub-accounts, once a day, and keeps each line once', async () => {
  says.zip = usageZip([
    usageRow(),
    usageRow({
      id: 'usage-2',
      account_id: 'sub00001',
      currency: '',
      total_price: '0.000000000001',
    }),
  ])
  await fetchAll()
  expect(asked()).toEqual([
    {
      product: 'REPORTS-USAGE',
      account_id: 'abcd1234',
      date_start: expect.stringMatching(/^2025-05-10T13:00/),
      date_end: expect.stringMatching(/^2026-06-10T12:00/),
      include_subaccounts: true,
    },
  ])
  expect(await lines()).toMatchObject([
    { recordId: 'usage-1', product: 'SMS', itemsWritten: 1000n, isCharged: true, currency: 'EUR' },
    { recordId: 'usage-2', targetAccountId: 'sub00001', currency: '' },
  ])
  expect((await lines()).map(({ totalPrice }) => totalPrice?.toFixed())).toEqual([
    '0.4',
    '0.000000000001',
  ])
  const { fetchedFrom, fetchedTo, problem, jobRequestId } = await state()
  expect([fetchedFrom, fetchedTo].map((at) => at?.toISOString().slice(0, 13))).toEqual([
    '2025-05-10T13',
    '2026-06-10T12',
  ])
  expect([problem, jobRequestId]).toEqual([null, null])

  says.zip = usageZip([usageRow({ status: 'SUCCESS', total_price: '0.5' })])
  await world.moveClock(day)
  await fetchAll()
  expect(asked()).toHaveLength(2)
  expect(asked()[1].date_start).toMatch(/^2026-06-06T12:00/)
  expect((await lines()).map(({ totalPrice }) => totalPrice?.toFixed())).toEqual([
    '0.5',
    '0.000000000001',
  ])
  expect((await state()).fetchedFrom).toEqual(fetchedFrom)
})

it('leaves a new account alone for a while, and a person’s wish comes first', async () => {
  await world.db.account.updateMany({ data: { createdAt: new Date('2026-06-10T11:50:00Z') } })
  expect(await step()).toBe(false)
  await want()
  expect(await step()).toBe(true)
  await fetchAll()
  expect((await state()).wantedAt).toBeNull()
  expect(await step()).toBe(false)
})

it('goes on with the same report after a crash, and after its file broke off', async () => {
  await want()
  await step()
  // The worker died: its lease runs out.
  await world.db.usageFetch.updateMany({
    data: { leaseId: world.accountId, leaseUntil: new Date('2026-06-10T12:00:50Z') },
  })
  await world.moveClock(3000)
  expect(await step()).toBe(false)
  await world.moveClock(60_000)
  const whole = usageZip([usageRow()])
  says.zip = whole.subarray(0, whole.length - 30)
  await step()
  expect(await lines()).toEqual([])
  expect((await state()).problem).toMatchObject({ nextStep: expect.stringContaining('by itself') })
  says.zip = whole
  await world.moveClock(60_000)
  await fetchAll()
  expect(await lines()).toHaveLength(1)
  expect((await state()).problem).toBeNull()
  expect(asked()).toHaveLength(1)
})

it('goes without sub-accounts where Vonage refuses them, and says so', async () => {
  says.create = 422
  await want()
  await step()
  expect(await state()).toMatchObject({ ownOnly: true, problem: null, faults: 0 })
  says.create = 200
  await fetchAll()
  expect(asked().at(-1)).not.toHaveProperty('include_subaccounts')
  expect((await state()).succeededAt).not.toBeNull()
})

it('tells a fault, waits longer each time, and asks for shorter ranges after it', async () => {
  says.create = 500
  await want()
  await step()
  const first = await state()
  expect(first).toMatchObject({ faults: 1, problem: { title: 'Vonage has a fault' } })
  expect(JSON.stringify(first)).not.toContain(worldSecret)
  expect(await step()).toBe(false)
  says.create = 200
  says.status = 'FAILED'
  for (const [faults, wait] of [
    [2, 10_500],
    [3, 30_500],
  ] as const) {
    await world.moveClock(wait)
    await step()
    await world.moveClock(3000)
    await step()
    expect(await state()).toMatchObject({
      faults,
      jobRequestId: null,
      problem: { title: expect.stringContaining('FAILED') },
    })
  }
  await world.moveClock(90_500)
  await step()
  expect(asked().at(-1)).toMatchObject({
    date_start: expect.stringMatching(/^2025-05-10/),
    date_end: expect.stringMatching(/^2025-06-10/),
  })
})

it('asks at once when a person wishes it, however long it meant to wait after faults', async () => {
  const standing = async () => (await listUsageStandings(world.ana, 'live'))[0]
  says.create = 500
  for (const _ of [1, 2]) {
    await want()
    await step()
  }
  expect(await state()).toMatchObject({ faults: 2 })
  expect(await standing()).toMatchObject({ isFetching: false, problem: expect.anything() })
  says.create = 200
  await world.moveClock(100)
  expect(await step()).toBe(false)
  await want()
  expect(await standing()).toMatchObject({ isFetching: true })
  await step()
  expect(await standing()).toMatchObject({ isFetching: true, problem: null })
  await fetchAll()
  expect(await standing()).toMatchObject({ isFetching: false, problem: null })
})

it('forgets no wish that comes while it is asking', async () => {
  says.create = 500
  says.meanwhile = want
  await want()
  await step()
  Object.assign(says, { create: 200, meanwhile: null })
  await world.moveClock(1)
  expect(await step()).toBe(true)
  expect(await state()).toMatchObject({ jobRequestId: 'usage-job', problem: null })
})

it('goes on month by month until today', async () => {
  await world.db.usageFetch.create({
    data: {
      accountId: world.accountId,
      faults: 3,
      fetchedTo: new Date('2026-04-20T00:00:00Z'),
      dueAt: new Date('2026-06-10T12:00:00Z'),
    },
  })
  await fetchAll()
  const ends = asked().map(({ date_end }) => date_end.slice(0, 10))
  expect(ends).toEqual(['2026-05-17', '2026-06-10'])
  expect(await state()).toMatchObject({ faults: 0 })
})

it('asks nothing of a refused account, nor of one that was removed', async () => {
  await want()
  await world.db.account.updateMany({ data: { refusedAt: new Date() } })
  expect(await step()).toBe(true)
  await world.db.account.updateMany({ data: { refusedAt: null, removedAt: new Date() } })
  await want()
  expect(await step()).toBe(false)
  expect(world.calls).toEqual([])
  await world.db.account.updateMany({ data: { removedAt: null } })
})

it('tells ours from what was made elsewhere: by id, or by what both tell', async () => {
  const dates = { dateStart: new Date('2026-06-01'), dateEnd: new Date('2026-06-02') }
  const reportId = await addReport(world)
  const fields = { reportId, ...dates, submittedAt: new Date('2026-06-03T09:00:00Z') }
  const byFacts = await addRequest(world, { ...fields, state: 'unconfirmed' })
  const byId = await addRequest(world, fields)
  await world.db.reportRequest.update({ where: { id: byId }, data: { requestId: 'usage-1' } })
  const elsewhere = { id: 'elsewhere', date_received: '2026-06-04T09:00:00Z' }
  says.zip = usageZip([
    usageRow(),
    usageRow({ id: 'other-id', date_received: '2026-06-03T09:00:01Z' }),
    usageRow(elsewhere),
  ])
  await want()
  await fetchAll()
  expect(await lines()).toMatchObject([
    { recordId: 'elsewhere', requestId: null, matchedBy: null },
    { recordId: 'other-id', requestId: byFacts, matchedBy: 'facts' },
    { recordId: 'usage-1', requestId: byId, matchedBy: 'id' },
  ])
})

it('tells look-ups of ours, too', async () => {
  const lookup = await world.db.recordLookup.create({
    data: {
      formId: world.accountId,
      createdById: world.ana.id,
      accountId: world.accountId,
      targetAccountId: 'abcd1234',
      product: 'SMS',
      parameters: {
        steps: [{ dateStart: '2026-06-01T00:00:00Z', dateEnd: '2026-06-02T00:00:00Z' }],
      },
      state: 'done',
      pages: {
        create: [
          { number: 1, records: [{}, {}], requestId: 'page-1' },
          { number: 2, records: [{}], receivedAt: new Date('2026-06-05T09:00:00Z') },
        ],
      },
    },
  })
  const sync = { job_type: 'SYNC_JOB_FROM_DATES' }
  says.zip = usageZip([
    usageRow({ ...sync, id: 'page-1' }),
    usageRow({ ...sync, id: 'page-2', date_received: '2026-06-05T09:00:01Z', items_written: '1' }),
    usageRow({ ...sync, id: 'page-3', date_received: '2026-06-05T09:10:00Z' }),
  ])
  await want()
  await fetchAll()
  expect((await lines()).map(({ lookupId, matchedBy }) => [lookupId, matchedBy])).toEqual([
    [lookup.id, 'id'],
    [lookup.id, 'facts'],
    [null, null],
  ])
})
