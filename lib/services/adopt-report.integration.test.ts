import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { getReport } from '@/lib/data/reports/get-report'
import type { UserActor } from '@/lib/schemas/actor'
import { readStoredForm } from '@/lib/schemas/stored-form'
import { adoptReport } from './adopt-report'
import { listElsewhere } from './list-elsewhere'
import { seedUsage } from './test-usage'
import { createWorld, vonageReport, type World, withFile, worldSecret } from './test-world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  world.calls.length = 0
  await world.db.usageRecord.deleteMany()
  await world.db.report.deleteMany()
  await world.db.$executeRaw`DELETE FROM "RateLimit"`
})

const asked = {
  product: 'SMS',
  account_id: 'sub00001',
  direction: 'outbound',
  date_start: '2026-10-01T00:00:00+00:00',
  date_end: '2026-11-01T00:00:30+00:00',
  include_subaccounts: 'true',
  status: 'failed',
  include_message: 'true',
}
const elsewhere = (fields: object = {}) =>
  vonageReport(world.url, { request_id: 'made-elsewhere', ...asked, ...fields })
const adopt = (requestId = 'made-elsewhere', actor = world.ana) =>
  adoptReport(actor, { accountId: world.accountId, requestId })
const look = () => listElsewhere(world.ana, { accountId: world.accountId })

it('takes a report over with its parameters, and follows it to its file', async () => {
  world.setJson(200, elsewhere())
  const { reportId, isNew } = await adopt()
  expect(isNew).toBe(true)
  const request = await world.db.reportRequest.findFirstOrThrow({ where: { reportId } })
  expect(request).toMatchObject({
    adopted: true,
    state: 'running',
    requestId: 'made-elsewhere',
    product: 'SMS',
    direction: 'outbound',
    targetAccountId: 'sub00001',
    dateStart: new Date('2026-10-01T00:00:00Z'),
    dateEnd: new Date('2026-11-01T00:00:30Z'),
    includeSubaccounts: true,
    filters: { status: 'failed', include_message: true },
  })
  const detail = await getReport(world.ana, reportId)
  expect(detail).toMatchObject({ title: 'SMS outbound · Main', createdBy: 'Ana' })
  expect(detail?.events.map(({ text }) => text)).toEqual([
    'Made elsewhere, taken over as made-elsewhere.',
  ])
  world.setJson(200, elsewhere({ request_status: 'SUCCESS', ...withFile(world.url) }))
  expect((await world.step(request.id)).state).toBe('archiving')
  expect(world.calls.map(({ method }) => method)).toEqual(['GET', 'GET'])
})

it('can be duplicated like any other', async () => {
  world.setJson(200, elsewhere())
  const { reportId } = await adopt()
  const { parameters } = await world.db.report.findUniqueOrThrow({ where: { id: reportId } })
  expect(readStoredForm(parameters)).toMatchObject({
    accounts: [{ accountId: world.accountId, targets: ['sub00001'] }],
    from: '2026-10-01 00:00',
    to: '2026-11-01 00:00:30',
    timeZone: 'UTC',
    filters: { status: 'failed', include_message: true },
  })
})

it('leads to one that is here already, and takes none over twice', async () => {
  world.setJson(200, elsewhere())
  const both = await Promise.all([adopt(), adopt()])
  expect(new Set(both.map(({ reportId }) => reportId)).size).toBe(1)
  expect(both.filter(({ isNew }) => isNew)).toHaveLength(1)
  world.calls.length = 0
  expect(await adopt()).toEqual({ reportId: both[0].reportId, isNew: false })
  expect(world.calls).toEqual([])
})

it.each([
  [404, { fieldErrors: { requestId: [expect.stringContaining('another key')] } }],
  [401, { code: 'upstream' }],
  [500, { code: 'upstream' }],
])('takes nothing over when Vonage answers %i, and says why', async (status, error) => {
  world.setJson(status, { title: 'No', detail: worldSecret })
  const failed = await adopt().catch((fault) => fault)
  expect(failed).toMatchObject(error)
  expect(`${failed.message}`).not.toContain(worldSecret)
  expect(await world.db.report.count()).toBe(0)
})

it('refuses a report of a product that it can’t show', async () => {
  world.setJson(200, elsewhere({ product: 'TELEPATHY' }))
  await expect(adopt()).rejects.toMatchObject({
    fieldErrors: { requestId: [expect.stringContaining('TELEPATHY')] },
  })
})

it('fills in what Vonage does not tell: its own defaults', async () => {
  world.setJson(
    200,
    vonageReport(world.url, {
      request_id: 'bare',
      product: 'VERIFY-V2',
      account_id: undefined,
      receive_time: '2026-11-20T10:00:00+00:00',
    }),
  )
  const { reportId } = await adopt('bare')
  expect(await world.db.reportRequest.findFirstOrThrow({ where: { reportId } })).toMatchObject({
    targetAccountId: 'abcd1234',
    dateStart: new Date('2026-11-13T10:00:00Z'),
    dateEnd: new Date('2026-11-20T10:00:00Z'),
  })
})

it('ends at once when its file is gone: nobody here saw when it was finished', async () => {
  const finished = elsewhere({ request_status: 'SUCCESS', ...withFile(world.url) })
  world.setJson(200, finished)
  const { reportId } = await adopt()
  const { id } = await world.db.reportRequest.findFirstOrThrow({ where: { reportId } })
  await world.step(id)
  world.setAnswer(({ path }, response) =>
    path.startsWith('/v3/media')
      ? response.writeHead(404).end('{}')
      : response.end(JSON.stringify(finished)),
  )
  await world.makeDue(id)
  expect((await world.step(id)).state).toBe('expired')
})

it('tells which of Vonage’s reports are here, and which usage alone knows', async () => {
  world.setJson(200, elsewhere())
  const { reportId } = await adopt()
  await seedUsage({
    accountId: world.accountId,
    itemsWritten: 7,
    totalPrice: '1',
    receivedAt: new Date().toISOString(),
  })
  world.setJson(200, {
    reports: [
      elsewhere(),
      elsewhere({ request_id: 'another', receive_time: '2026-01-01T00:00:00Z', items_count: 5 }),
      elsewhere({ request_id: 'usage', product: 'REPORTS-USAGE' }),
    ],
  })
  const { reports, problem } = await look()
  expect(problem).toBeNull()
  const query = new URL(world.calls.at(-1)?.path ?? '', world.url).searchParams
  expect(query.get('status')).toBe('PENDING,PROCESSING,SUCCESS,ABORTED,FAILED,TRUNCATED')
  expect(query.get('account_id')).toBe('abcd1234')
  expect(reports).toHaveLength(3)
  expect(reports.find(({ requestId }) => requestId === 'made-elsewhere')?.known).toMatchObject({
    reportId,
  })
  expect(reports.find(({ requestId }) => requestId === 'another')).toMatchObject({
    known: null,
    records: 5,
    dateStart: '2026-10-01T00:00:00.000Z',
  })
  expect(reports.filter(({ isFromUsage }) => isFromUsage)).toMatchObject([{ records: 7 }])
})

it.each([404, 410, 400, 500])('copes with a list that answers %i', async (status) => {
  await seedUsage({
    accountId: world.accountId,
    itemsWritten: 7,
    totalPrice: '1',
    receivedAt: new Date().toISOString(),
  })
  world.setJson(status, { title: 'Gone' })
  const { reports, problem } = await look()
  expect(problem).not.toBeNull()
  expect(reports).toHaveLength(1)
})

it('is not for viewers, nor for accounts that are gone', async () => {
  const viewer: UserActor = { ...world.ana, role: 'viewer' }
  await expect(adopt('x', viewer)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(listElsewhere(viewer, { accountId: world.accountId })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(
    adoptReport(world.ana, { accountId: world.ana.id, requestId: 'x' }),
  ).rejects.toMatchObject({ code: 'invalid' })
  await expect(listElsewhere(world.ana, { accountId: world.ana.id })).rejects.toMatchObject({
    code: 'not-found',
  })
  expect(world.calls).toEqual([])
})
