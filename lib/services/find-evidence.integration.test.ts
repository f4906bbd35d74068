import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { toVonageDate } from '@/lib/schemas/dates'
import { createCallbackToken } from '@/lib/vault/callback-token'
import { usageRow } from './test-usage-file'
import { createWorld, vonageReport, type World } from './test-world'
import { getVaultKey } from './vault-key'

const minute = 60_000
let world: World
/** What Vonage's list and its usage say: reports and records, or a status. */
let says: { list: object[] | number; usage: object[] }

beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  world.calls.length = 0
  says = { list: [], usage: [] }
  await world.db.report.deleteMany()
  await world.db.$executeRaw`DELETE FROM "RateLimit"`
  world.setAnswer(({ path, method }, response) => {
    const json = (status: number, body: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (method === 'POST') return json(200, vonageReport(world.url, { request_id: 'sent-again' }))
    if (path.startsWith('/v2/reports/records'))
      return json(200, { request_status: 'SUCCESS', records: says.usage })
    return typeof says.list === 'number' ? json(says.list, {}) : json(200, { reports: says.list })
  })
})

const now = () => Date.now()
/** A create whose answer was lost an hour ago. */
const lost = (data: object = {}) =>
  world.inState('unconfirmed', { submittedAt: new Date(now() - 60 * minute), follows: 2, ...data })
async function look(id: string) {
  await world.makeDue(id)
  return world.step(id)
}
/** A report as asked for by a request of ours. */
async function like(id: string, fields: object = {}) {
  const row = await world.row(id)
  return vonageReport(world.url, {
    request_id: randomUUID(),
    receive_time: new Date(now() - 59 * minute).toISOString(),
    account_id: row.targetAccountId,
    product: row.product,
    direction: row.direction,
    date_start: toVonageDate(row.dateStart.toISOString()),
    date_end: toVonageDate(row.dateEnd.toISOString()),
    ...fields,
  })
}
/** A later report that is known here: the list is up to date. */
async function later() {
  const requestId = randomUUID()
  await world.inState('running', { requestId, dueAt: null })
  const receive_time = new Date(now() - 20 * minute).toISOString()
  return vonageReport(world.url, { request_id: requestId, receive_time, direction: 'inbound' })
}
const echo = (id: string) => ({
  callback_url: `https://reports.example.com/api/callbacks/${createCallbackToken(id, getVaultKey())}`,
})
const creates = () => world.calls.filter(({ method }) => method === 'POST')

it('adopts a listed report that carries our own token', async () => {
  const id = await lost({ follows: 0 })
  says.list = [
    await like(id),
    await like(id, { request_id: 'ours', request_status: 'PROCESSING', ...echo(id) }),
  ]
  expect(await look(id)).toMatchObject({ state: 'running', requestId: 'ours', problem: null })
  expect(await world.kinds(id)).toContain('adopted')
})

it('adopts none that carries another’s token, or one that somebody made up', async () => {
  const id = await lost()
  const forged = { callback_url: `https://evil.example/${id}.${'a'.repeat(43)}` }
  says.list = [await like(id, echo(randomUUID())), await like(id, forged), await later()]
  const row = await look(id)
  expect(row).toMatchObject({ state: 'unconfirmed', requestId: null })
})

it('tells of one with the same words, and lets the person decide', async () => {
  const id = await lost()
  says.list = [await like(id, { request_id: 'most-likely' }), await later()]
  const row = await look(id)
  expect(row).toMatchObject({ state: 'unconfirmed', dueAt: null })
  expect(JSON.stringify(row.problem)).toContain('most-likely')
  expect(creates()).toEqual([])
})

it('sends again what was surely not made: a list that is up to date, and usage, are without it', async () => {
  const id = await lost()
  says.list = [await later(), await like(id, { direction: 'inbound' })]
  const row = await look(id)
  expect(row).toMatchObject({ state: 'queued', submittedAt: null, problem: null })
  expect(creates()).toEqual([])
  expect(await look(id)).toMatchObject({ state: 'running', requestId: 'sent-again' })
  expect(creates()).toHaveLength(1)
})

it('gives up what was surely not made where somebody wanted to cancel it', async () => {
  const id = await lost({ cancelRequestedAt: new Date() })
  says.list = [await later()]
  await look(id)
  expect(await look(id)).toMatchObject({ state: 'cancelled' })
  expect(creates()).toEqual([])
})

it.each([
  ['too early to know', { follows: 1 }, async () => [await later()]],
  ['nothing proves that the list is up to date', {}, async () => []],
  ['the list is gone', {}, async () => 404],
  ['the list is gone for good', {}, async () => 410],
  ['the list has a fault', {}, async () => 500],
])('repeats nothing where it is %s', async (_why, data, list) => {
  const id = await lost(data)
  says.list = await list()
  const row = await look(id)
  expect(row.state).toBe('unconfirmed')
  expect(JSON.stringify(row.problem)).toMatch(/likely, not certain/)
  expect(creates()).toEqual([])
})

it('repeats nothing where usage tells of it, also by a sub-account', async () => {
  const id = await lost({ targetAccountId: 'sub00001' })
  says.list = [await later()]
  const { dateStart, dateEnd } = await world.row(id)
  const request_params = {
    account_id: 'sub00001',
    date_start: toVonageDate(dateStart.toISOString()),
    date_end: toVonageDate(dateEnd.toISOString()),
  }
  says.usage = [{ ...usageRow(), request_params }]
  const row = await look(id)
  expect(row.state).toBe('unconfirmed')
  expect(JSON.stringify(row.problem)).toContain('most likely made and billed')
  const asked = world.calls.map(({ path }) =>
    new URL(path, world.url).searchParams.get('account_id'),
  )
  expect(asked).toEqual(['sub00001', 'sub00001'])
})

it('does not take another request of ours for it', async () => {
  const id = await lost()
  const other = await world.inState('running', { requestId: 'another-of-ours', dueAt: null })
  const { dateStart, dateEnd } = await world.row(other)
  const request_params = {
    account_id: 'abcd1234',
    date_start: toVonageDate(dateStart.toISOString()),
    date_end: toVonageDate(dateEnd.toISOString()),
  }
  says.usage = [{ ...usageRow({ id: 'another-of-ours' }), request_params }]
  says.list = [await like(other, { request_id: 'another-of-ours' }), await later()]
  expect((await look(id)).state).toBe('queued')
})
