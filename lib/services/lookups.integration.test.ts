import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { getLookup } from '@/lib/data/lookups/get-lookup'
import { listLookupRows } from '@/lib/data/lookups/list-lookup-rows'
import { listLookups } from '@/lib/data/lookups/list-lookups'
import type { UserActor } from '@/lib/schemas/actor'
import type { FetchPageInput, StartLookupInput } from '@/lib/schemas/record-lookup'
import { listBudgets } from './check-budgets'
import { exportLookup } from './export-lookup'
import { fetchLookupPage } from './fetch-lookup-page'
import { setBudget } from './set-budget'
import { splitLookup } from './split-lookup'
import { startLookup } from './start-lookup'
import { lookupForm } from './test-lookup'
import { seedUsage } from './test-usage'
import { createWorld, type World, worldSecret } from './test-world'

let world: World
let analyst: UserActor

beforeAll(async () => {
  world = await createWorld()
  const { id } = await world.db.user.create({
    data: { email: 'ben@example.com', name: 'Ben', role: 'analyst' },
  })
  analyst = { kind: 'user', id, name: 'Ben', role: 'analyst' }
})
afterAll(() => world.end())
beforeEach(async () => {
  world.calls.length = 0
  await world.db.recordLookup.deleteMany()
  await world.db.budget.deleteMany()
  await world.db.usageRecord.deleteMany()
  await world.db.$executeRaw`DELETE FROM "RateLimit"`
})

/** As Vonage answers (facts 3). */
const answer = (records: object[], fields: object = {}) => ({
  request_id: `call-${world.calls.length}`,
  request_status: 'SUCCESS',
  received_at: '2026-11-20T10:00:00+00:00',
  price: 0.0004 * records.length,
  currency: 'EUR',
  items_count: records.length,
  records,
  ...fields,
})
const further = (path: string) => ({
  request_status: 'TRUNCATED',
  cursor: 'c',
  iv: 'i',
  _links: { next: { href: `${world.url}${path}` } },
})
const start = (fields: Partial<StartLookupInput> = {}, actor = world.ana) =>
  startLookup(actor, lookupForm(world.accountId, fields))
const view = async (id: string) => {
  const lookup = await getLookup(world.ana, id)
  if (!lookup) throw new Error('It is not there.')
  return lookup
}
const fetch = (lookupId: string, number: number, fields: Partial<FetchPageInput> = {}) =>
  fetchLookupPage(world.ana, { lookupId, number, again: false, passBudget: false, ...fields })
const queries = () =>
  world.calls.map(({ path }) => Object.fromEntries(new URL(path, world.url).searchParams))
const day = { by: 'dates', from: '2026-11-20', to: '2026-11-20' } as const
const manyIds = Array.from({ length: 41 }, (_, index) => `id-${index}`).join('\n')

it('looks ids up in one call, names those not found, and keeps what came with what it cost', async () => {
  world.setJson(
    200,
    answer([{ id: '1', message_id: 'id-1', new_column: 'x', to: null }], { ids_not_found: 'id-2' }),
  )
  const { id } = await start({ filters: { status: 'failed', show_concatenated: true } })
  expect(queries()).toEqual([
    {
      product: 'SMS',
      account_id: 'abcd1234',
      direction: 'outbound',
      id: 'id-1,id-2',
      show_concatenated: 'true',
    },
  ])
  expect(await view(id)).toMatchObject({
    state: 'done',
    rows: 1,
    pages: 1,
    missingIds: ['id-2'],
    next: null,
    problem: null,
    costs: [{ currency: 'EUR', total: '0.0004' }],
  })
  expect(await rowsOf(id)).toMatchObject({
    columns: ['message_id', 'to', 'id', 'new_column'],
    rows: [{ message_id: 'id-1', to: null, id: '1', new_column: 'x' }],
  })
})

const rowsOf = async (id: string, actor = world.ana) =>
  listLookupRows(actor, await view(id), { from: 0, size: 10 })

it('one form makes one look-up and one call, however often it is sent', async () => {
  world.setJson(200, answer([]))
  const form = lookupForm(world.accountId)
  const [first, second] = await Promise.all([
    startLookup(world.ana, form),
    startLookup(world.ana, form),
  ])
  expect(second).toEqual(first)
  expect(await startLookup(world.ana, form)).toEqual(first)
  expect(world.calls).toHaveLength(1)
})

it('asks for more ids step by step, and only as far as somebody wants', async () => {
  world.setJson(200, answer([{ id: '1' }]))
  const { id } = await start({ ids: manyIds })
  expect(world.calls).toHaveLength(1)
  expect(await view(id)).toMatchObject({
    state: 'partial',
    steps: 3,
    ids: 41,
    next: { step: 1, isFurther: false, ids: 20 },
  })
  // Whichever comes second is told that it is being fetched.
  await Promise.allSettled([fetch(id, 2), fetch(id, 2)])
  await fetch(id, 2)
  await fetch(id, 1)
  expect(world.calls).toHaveLength(2)
  await fetch(id, 3)
  expect(queries().map((query) => query.id?.split(',').length)).toEqual([20, 20, 1])
  expect(await view(id)).toMatchObject({ state: 'done', rows: 3, pages: 3, next: null })
  await expect(fetch(id, 4)).rejects.toMatchObject({ code: 'conflict' })
})

it('follows the pages of a range, and goes on where it stopped', async () => {
  world.setAnswer(({ path }, response) => {
    const isFirst = !path.includes('cursor=two')
    const body = isFirst
      ? answer(
          [{ id: '1' }],
          further('/v2/reports/records?product=SMS&account_id=abcd1234&cursor=two'),
        )
      : answer([{ id: '2', late: 'y' }])
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  const { id } = await start({ ...day, filters: { status: 'failed' } })
  expect(queries()[0]).toEqual({
    product: 'SMS',
    account_id: 'abcd1234',
    direction: 'outbound',
    date_start: '2026-11-20T00:00:00+00:00',
    date_end: '2026-11-21T00:00:00+00:00',
    status: 'failed',
  })
  expect(await view(id)).toMatchObject({ state: 'partial', next: { isFurther: true, ids: 0 } })
  await fetch(id, 2)
  expect(world.calls).toHaveLength(2)
  expect(await view(id)).toMatchObject({ state: 'done', rows: 2 })
  expect((await rowsOf(id)).rows).toEqual([
    { id: '1', late: null },
    { id: '2', late: 'y' },
  ])
})

it('explains a refused range of more than 24 hours, and splits it on request', async () => {
  world.setJson(422, { type: 'x', title: 'Unprocessable entity', detail: 'no' })
  const { id } = await start({ ...day, to: '2026-11-22' })
  expect(await view(id)).toMatchObject({
    state: 'failed',
    canSplit: true,
    rows: 0,
    problem: { meaning: expect.stringContaining('Nothing was billed') },
  })
  await splitLookup(world.ana, { lookupId: id })
  expect(await view(id)).toMatchObject({
    state: 'partial',
    canSplit: false,
    problem: null,
    steps: 3,
    range: { dateStart: '2026-11-20T00:00:00.000Z', dateEnd: '2026-11-23T00:00:00.000Z' },
  })
  await expect(splitLookup(world.ana, { lookupId: id })).rejects.toMatchObject({ code: 'conflict' })
  world.calls.length = 0
  world.setJson(200, answer([{ id: '1' }]))
  for (const number of [1, 2, 3]) await fetch(id, number)
  expect(queries().map(({ date_start }) => date_start?.slice(0, 10))).toEqual([
    '2026-11-20',
    '2026-11-21',
    '2026-11-22',
  ])
  expect(await view(id)).toMatchObject({ state: 'done', rows: 3 })
})

it('never repeats a call by itself whose answer is lost, and keeps the pages before it', async () => {
  world.setJson(200, answer([{ id: '1' }]))
  const { id } = await start({ ids: manyIds })
  world.setAnswer((_call, response) => response.destroy())
  await fetch(id, 2)
  expect(await view(id)).toMatchObject({
    state: 'doubtful',
    rows: 1,
    problem: { meaning: expect.stringContaining('Nobody knows') },
  })
  world.setJson(200, answer([{ id: '2' }]))
  await expect(fetch(id, 2)).rejects.toMatchObject({ code: 'conflict' })
  expect(world.calls).toHaveLength(2)
  await fetch(id, 2, { again: true })
  expect(await view(id)).toMatchObject({ state: 'partial', rows: 2, problem: null })
})

it('finds a call whose process ended as doubtful, once it can’t be under way any more', async () => {
  world.setJson(200, answer([{ id: '1' }]))
  const { id } = await start({ ids: manyIds })
  await world.db.$executeRaw`UPDATE "RecordLookup" SET "askedAt" = app_now()`
  expect(await view(id)).toMatchObject({ state: 'fetching' })
  await expect(fetch(id, 2, { again: true })).rejects.toMatchObject({ code: 'conflict' })
  await world.db.$executeRaw`UPDATE "RecordLookup" SET "askedAt" = app_now() - interval '3 minutes'`
  expect(await view(id)).toMatchObject({
    state: 'doubtful',
    problem: { title: expect.stringContaining('interrupted') },
  })
  await expect(fetch(id, 2)).rejects.toMatchObject({ code: 'conflict' })
  expect(world.calls).toHaveLength(1)
  await fetch(id, 2, { again: true })
  expect(await view(id)).toMatchObject({ state: 'partial', rows: 2 })
})

it('asks again without doubts for what is free', async () => {
  world.setJson(500, {})
  const { id } = await start({ ...day, product: 'REPORTS-USAGE', direction: null })
  expect(await view(id)).toMatchObject({ state: 'failed' })
  world.setJson(200, answer([{ id: '1', request_params: { product: 'SMS' } }], { price: 0 }))
  await fetch(id, 1)
  expect((await rowsOf(id)).rows[0]).toMatchObject({ request_params: '{"product":"SMS"}' })
})

it('tells a refusal in words, without the secret', async () => {
  world.setJson(403, { title: 'Forbidden', detail: `you sent ${worldSecret}`, instance: 'trace-9' })
  const { id } = await start()
  const lookup = await view(id)
  expect(lookup).toMatchObject({
    state: 'failed',
    canSplit: false,
    problem: { instance: 'trace-9' },
  })
  expect(JSON.stringify(lookup)).not.toContain(worldSecret)
})

it('says where Vonage names no way to the rest', async () => {
  world.setJson(200, answer([{ id: '1' }], { request_status: 'TRUNCATED' }))
  const { id } = await start(day)
  expect(await view(id)).toMatchObject({
    state: 'done',
    problem: { title: expect.stringContaining('more records') },
  })
})

it('keeps texts from those who may not read them, in rows and files', async () => {
  world.setJson(200, answer([{ id: '1', message_body: 'a secret text', to: '=1+1' }]))
  const { id } = await start({ filters: { include_message: true } })
  expect((await rowsOf(id)).rows[0]).toMatchObject({ message_body: 'a secret text' })
  const hidden = await rowsOf(id, analyst)
  expect(hidden).toMatchObject({ hidden: ['message_body'], columns: ['to', 'id'] })
  expect(JSON.stringify(hidden)).not.toContain('a secret text')
  expect(await saved(analyst, id)).toBe('"to","id"\n"\'=1+1","1"\n')
  expect(await saved(world.ana, id, true)).toBe(
    '"to","message_body","id"\n"=1+1","a secret text","1"\n',
  )
  await expect(start({ filters: { include_message: true } }, analyst)).rejects.toMatchObject({
    code: 'forbidden',
  })
})

async function saved(actor: UserActor, id: string, isRaw = false): Promise<string> {
  const { body } = await exportLookup(actor, id, { isRaw })
  let text = ''
  for await (const chunk of body ?? []) text += chunk
  return text
}

it('is held by a hard stop, which only an admin passes', async () => {
  await seedUsage({
    accountId: world.accountId,
    itemsWritten: 1000,
    totalPrice: '10',
    receivedAt: new Date().toISOString(),
  })
  await setBudget(world.ana, {
    accountId: world.accountId,
    currency: 'EUR',
    warnAt: '',
    stopAt: '15',
  })
  world.setJson(200, answer([{ id: '1' }]))
  // Two ids cost at most 0.02; a page of a range may cost 10.
  await start({}, analyst)
  // Until usage tells of it, it counts as Vonage said.
  expect(await listBudgets([world.accountId])).toMatchObject([{ spent: '10', pending: '0.0004' }])
  const form = lookupForm(world.accountId, day)
  await expect(startLookup(analyst, form)).rejects.toMatchObject({
    code: 'conflict',
    fieldErrors: { passBudget: expect.anything() },
  })
  expect(world.calls).toHaveLength(1)
  await expect(startLookup(analyst, { ...form, passBudget: true })).rejects.toMatchObject({
    code: 'forbidden',
  })
  const { id } = await startLookup(world.ana, { ...form, passBudget: true })
  expect(await view(id)).toMatchObject({ rows: 1 })
  const passed = await world.db.auditEntry.count({ where: { kind: 'budget.passed' } })
  expect(passed).toBe(1)
})

it('lists all look-ups, the newest first, page by page', async () => {
  world.setJson(200, answer([]))
  for (let left = 26; left > 0; left--) await start({ targetAccountId: 'sub00001' })
  const first = await listLookups(analyst, '')
  expect(first.lookups).toHaveLength(25)
  const rest = await listLookups(analyst, first.nextAfter ?? '')
  expect(rest).toMatchObject({ lookups: [{ createdBy: 'Ana' }], nextAfter: null })
  expect((await listLookups(analyst, "' OR 1=1")).lookups).toHaveLength(25)
}, 60_000)

it('is not for viewers, nor for accounts that are gone', async () => {
  const viewer: UserActor = { ...analyst, role: 'viewer' }
  world.setJson(200, answer([{ id: '1' }]))
  const { id } = await start({ ids: manyIds })
  const lookup = await view(id)
  for (const attempt of [
    () => startLookup(viewer, lookupForm(world.accountId)),
    () => fetchLookupPage(viewer, { lookupId: id, number: 2, again: false, passBudget: false }),
    () => splitLookup(viewer, { lookupId: id }),
    () => exportLookup(viewer, id, { isRaw: false }),
    () => getLookup(viewer, id),
    () => listLookups(viewer, ''),
    () => listLookupRows(viewer, lookup, { from: 0, size: 1 }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' })
  await world.db.account.updateMany({ data: { removedAt: new Date() } })
  await expect(fetch(id, 2)).rejects.toMatchObject({ code: 'gone' })
  await expect(start()).rejects.toMatchObject({ code: 'invalid' })
  await world.db.account.updateMany({ data: { removedAt: null } })
  expect(world.calls).toHaveLength(1)
})
