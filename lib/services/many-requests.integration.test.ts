import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { getReport } from '@/lib/data/reports/get-report'
import { listRequests } from '@/lib/data/reports/list-requests'
import { getBoss, type WakeUp } from '@/lib/queue/boss'
import { cancelRequests } from './cancel-requests'
import { createReport } from './create-report'
import { wokenAtOnce } from './fair-turns'
import { refreshReport } from './refresh-report'
import { retryRequests } from './retry-request'
import { sweepRequests } from './sweep-requests'
import { daysAgo, reportForm } from './test-form'
import { createWorld, vonageReport, type World } from './test-world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())

/** 10 products and directions of 200 days. */
const huge = () =>
  reportForm(world.accountId, {
    products: [
      'SMS',
      'MESSAGES',
      'VOICE-CALL',
      'VERIFY-V2',
      'ASR',
      'AMD',
      'VERIFY-API',
      'VOICE-TTS',
    ],
    directions: ['inbound', 'outbound'],
    from: daysAgo(200),
    to: daysAgo(1),
    split: 'day',
  })
const addAccount = async (fields: object = {}) => {
  const apiKey = randomUUID().slice(0, 8)
  const columns = {
    label: 'Other',
    environment: 'live',
    apiKey,
    secretTail: '',
    ...fields,
  } as const
  return world.db.account.create({ data: columns })
}
const idsOf = async (reportId: string) =>
  (await world.db.reportRequest.findMany({ where: { reportId }, orderBy: { id: 'asc' } })).map(
    ({ id }) => id,
  )
/** What a worker with so many hands would take now, without doing it. */
const take = async (most: number) => {
  const boss = await getBoss()
  const jobs = await boss.fetch<WakeUp>('request', { batchSize: most })
  return jobs.map(({ data }) => data.requestId)
}

it('makes 2,000 requests in their order, with one event, and wakes the first of them', async () => {
  const { id } = await createReport(world.ana, huge())
  const report = await getReport(world.ana, id)
  expect(report).toMatchObject({
    title: '8 products · Main',
    requestCount: 2000,
    stateCounts: { queued: 2000 },
    request: null,
    dateStart: `${daysAgo(200)}T00:00:00.000Z`,
    dateEnd: `${daysAgo(0)}T00:00:00.000Z`,
  })
  expect(report?.events).toHaveLength(1)
  expect(report?.events[0]?.text).toContain('2,000')
  const last = await listRequests(world.ana, id, { state: 'queued', page: 39 })
  expect(last).toMatchObject({ total: 2000, page: 39 })
  expect(last?.requests).toHaveLength(50)
  expect(last?.requests.at(-1)).toMatchObject({
    product: 'VOICE-TTS',
    dateEnd: `${daysAgo(0)}T00:00:00.000Z`,
  })
  expect((await listRequests(world.ana, id, { state: 'ready', page: 0 }))?.total).toBe(0)

  // A small report of the same key does not wait for it.
  const small = await createReport(world.ana, reportForm(world.accountId))
  const [mine] = await idsOf(small.id)
  expect(await take(2)).toContain(mine)
  expect(await take(500)).toHaveLength(wokenAtOnce - 1)

  // What was taken and is still due is woken again, no more than its share, and the new one first.
  const later = await createReport(world.ana, reportForm(world.accountId))
  await sweepRequests()
  const [next] = await idsOf(later.id)
  expect(await take(3)).toContain(next)
  expect((await take(500)).length).toBeLessThanOrEqual(wokenAtOnce)
  expect(await take(500)).toEqual([])

  const outcome = await cancelRequests(world.ana, await idsOf(id))
  expect(outcome).toEqual({ done: 2000, refused: [] })
  const ended = await getReport(world.ana, id)
  expect(ended?.stateCounts).toEqual({ cancelled: 2000 })
  expect(ended?.events[0]?.text).toBe('Cancelled before they were sent, and not billed: 2000.')
})

it('two huge reports of one key take turns', async () => {
  await world.db.reportRequest.updateMany({ data: { dueAt: null } })
  const form = { split: 'day', from: daysAgo(150), to: daysAgo(1) } as const
  const one = await createReport(world.ana, reportForm(world.accountId, form))
  await take(500)
  await createReport(world.ana, reportForm(world.accountId, form))
  await take(500)
  await sweepRequests()
  const taken = await take(40)
  const ofOne = new Set(await idsOf(one.id))
  expect(taken).toHaveLength(40)
  expect(taken.filter((id) => ofOne.has(id))).toHaveLength(20)
})

it('leaves out what can’t be sent, goes on with the rest, and refuses when nothing can', async () => {
  const refused = await addAccount({ refusedAt: new Date() })
  const { id } = await createReport(
    world.ana,
    reportForm(world.accountId, {
      accounts: [
        { accountId: world.accountId, targets: ['abcd1234', 'sub00001'] },
        { accountId: refused.id, targets: [refused.apiKey] },
      ],
      products: ['SMS', 'VIDEO-API'],
      from: daysAgo(120),
      to: daysAgo(110),
    }),
  )
  const report = await getReport(world.ana, id)
  expect(report).toMatchObject({ requestCount: 2, title: 'SMS outbound · Main, 2 account IDs' })
  await expect(
    createReport(
      world.ana,
      reportForm(refused.id, {
        accounts: [{ accountId: refused.id, targets: [refused.apiKey] }],
      }),
    ),
  ).rejects.toMatchObject({ code: 'invalid', fieldErrors: { accounts: [expect.any(String)] } })
  await expect(createReport(world.ana, { ...huge(), from: daysAgo(380) })).rejects.toMatchObject({
    code: 'invalid',
    fieldErrors: { split: [expect.any(String)] },
  })
})

it('retries what failed alone, each once; what was cancelled stays so', async () => {
  const { id } = await createReport(
    world.ana,
    reportForm(world.accountId, { split: 'day', from: daysAgo(12), to: daysAgo(3) }),
  )
  const ids = await idsOf(id)
  const put = (from: number, to: number, state: 'ready' | 'failed' | 'cancelled') =>
    world.db.reportRequest.updateMany({
      where: { id: { in: ids.slice(from, to) } },
      data: { state, dueAt: null, version: { increment: 1 } },
    })
  await put(0, 6, 'ready')
  await put(6, 9, 'failed')
  await put(9, 10, 'cancelled')
  const failed = ids.slice(6, 9)
  const outcomes = await Promise.all([
    retryRequests(world.ana, failed),
    retryRequests(world.ana, failed),
  ])
  expect(outcomes).toEqual([
    { done: 3, refused: [] },
    { done: 3, refused: [] },
  ])
  const report = await getReport(world.ana, id)
  expect(report).toMatchObject({
    requestCount: 10,
    stateCounts: { ready: 6, queued: 3, cancelled: 1 },
  })
  expect(await idsOf(id)).toHaveLength(13)
  const page = await listRequests(world.ana, id, { state: 'queued', page: 0 })
  expect(page?.requests.map(({ dateStart }) => dateStart)).toEqual(
    [6, 5, 4].map((days) => `${daysAgo(days)}T00:00:00.000Z`),
  )
})

it('a revoked key stops its own requests only, and a suspended sub-account only itself', async () => {
  const { id } = await createReport(
    world.ana,
    reportForm(world.accountId, {
      accounts: [{ accountId: world.accountId, targets: ['abcd1234', 'sub00001'] }],
    }),
  )
  const [own, sub] = await idsOf(id)
  world.setAnswer((call, response) => {
    const isSub = call.method === 'POST' && JSON.parse(call.body).account_id === 'sub00001'
    response
      .writeHead(isSub ? 403 : 200, { 'content-type': 'application/json' })
      .end(
        JSON.stringify(
          isSub
            ? { type: 'x', title: 'Forbidden', detail: 'Suspended.', instance: 'i' }
            : vonageReport(world.url),
        ),
      )
  })
  expect((await world.step(sub ?? '')).state).toBe('rejected')
  expect((await world.step(own ?? '')).state).toBe('running')
  // Later its account may not be asked about any more: the others go on.
  const running = await world.inState('running', {
    requestId: randomUUID(),
    targetAccountId: 'sub00001',
  })
  world.setJson(403, { type: 'x', title: 'Forbidden', detail: 'Suspended.', instance: 'i' })
  expect((await world.step(running)).state).toBe('running')
  const account = () => world.db.account.findUniqueOrThrow({ where: { id: world.accountId } })
  expect((await account()).refusedAt).toBeNull()
  expect((await getReport(world.ana, id))?.stateCounts).toEqual({ rejected: 1, running: 1 })
})

it('asks about all that Vonage has at once', async () => {
  const { id } = await createReport(
    world.ana,
    reportForm(world.accountId, { split: 'day', from: daysAgo(6), to: daysAgo(3) }),
  )
  const [first] = await idsOf(id)
  await world.db.reportRequest.updateMany({
    where: { reportId: id, id: { not: first } },
    data: { state: 'running', dueAt: new Date(Date.now() + 3600_000) },
  })
  expect(await refreshReport(world.ana, { reportId: id })).toEqual({ requests: 3 })
  const due = await world.db.reportRequest.count({
    where: { reportId: id, dueAt: { lte: new Date() } },
  })
  expect(due).toBe(4)
})

it('has no requests when all of its records are in earlier files', async () => {
  const source = await world.db.reportRequest.findFirstOrThrow({ where: { state: 'ready' } })
  const { id } = await createReport(world.ana, reportForm(world.accountId, { products: ['AMD'] }))
  const [request] = await idsOf(id)
  await world.db.keptPart.create({
    data: {
      reportId: id,
      sourceId: source.id,
      dateStart: source.dateStart,
      dateEnd: source.dateEnd,
      mayHaveChanged: false,
    },
  })
  await world.db.reportRequest.update({
    where: { id: request },
    data: { replacedById: request, version: { increment: 1 } },
  })
  expect(await getReport(world.ana, id)).toMatchObject({
    requestCount: 0,
    stateCounts: {},
    keptCount: 1,
    request: null,
  })
})

it.each(['viewer'] as const)('is refused to a %s', async (role) => {
  const viewer = { ...world.ana, role }
  const deeds = [
    () => cancelRequests(viewer, []),
    () => retryRequests(viewer, []),
    () => refreshReport(viewer, { reportId: randomUUID() }),
    () => createReport(viewer, huge()),
  ]
  for (const deed of deeds) await expect(deed()).rejects.toMatchObject({ code: 'forbidden' })
})
