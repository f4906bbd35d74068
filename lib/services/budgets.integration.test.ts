import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeDb, getDb, transact } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/test-database'
import type { AskedRequest } from '@/lib/plan/paid-request'
import type { UserActor } from '@/lib/schemas/actor'
import type { Role } from '@/lib/schemas/rights'
import { checkBudgets } from './check-budgets'
import { enforceBudgets } from './enforce-budgets'
import { estimateCost } from './estimate-cost'
import { setBudget } from './set-budget'
import { seedArchive } from './test-archives'
import { seedUsage } from './test-usage'

let database: TestDatabase
let userId: string
let accountId: string

const person = (role: Role): UserActor => ({ kind: 'user', id: userId, name: 'Ana', role })

beforeAll(async () => {
  database = await createTestDatabase()
  const user = await getDb().user.create({ data: { email: 'ana@example.com', name: 'Ana' } })
  userId = user.id
  // In the middle of a month: none of the tests is about its edges but one.
  await getDb().$executeRaw`UPDATE "Clock" SET "offsetMs" =
    extract(epoch FROM timestamptz '2026-06-15 12:00Z' - now()) * 1000`
})

beforeEach(async () => {
  const account = await getDb().account.create({
    data: { label: 'Main', environment: 'live', apiKey: randomUUID().slice(0, 8), secretTail: '' },
  })
  accountId = account.id
  // 1,000 records a day, 0.001 EUR each; of last month, so that nothing counts yet.
  const old = {
    accountId,
    userId,
    dateStart: '2026-05-01T00:00:00Z',
    dateEnd: '2026-05-11T00:00:00Z',
  }
  await seedArchive({ ...old, rows: 10_000, fetchedAt: '2026-05-12T00:00:00Z' })
  await seedUsage({
    accountId,
    itemsWritten: 10_000,
    totalPrice: '10',
    receivedAt: '2026-05-12T00:00:00Z',
  })
})

afterAll(async () => {
  await closeDb()
  await database.drop()
})

/** Ten days: about 10 EUR. */
const asked = (fields: Partial<AskedRequest> = {}): AskedRequest => ({
  key: 'one',
  accountId,
  targetAccountId: 'abcd1234',
  product: 'SMS',
  direction: 'outbound',
  dateStart: '2026-05-11T00:00:00Z',
  dateEnd: '2026-05-21T00:00:00Z',
  includeSubaccounts: false,
  filters: {},
  ...fields,
})
const budget = (stopAt: string, fields: object = {}) =>
  setBudget(person('admin'), { accountId, currency: 'EUR', warnAt: '', stopAt, ...fields })
const check = async (requests = [asked()]) => {
  const checks = await checkBudgets(requests, await estimateCost(requests))
  return checks[0]
}
const enforce = (role: Role, pass: boolean) =>
  transact((tx) => enforceBudgets(tx, person(role), [asked()], { pass }))

test('an account without a budget is not checked', async () => {
  expect(await check()).toBeUndefined()
  await enforce('analyst', false)
})

test('counts what was charged this month, what is on its way, and what is asked', async () => {
  await budget('100', { warnAt: '31' })
  await seedUsage({
    accountId,
    itemsWritten: 5000,
    totalPrice: '5.000000000000000001',
    receivedAt: '2026-06-02T00:00:00Z',
  })
  await seedUsage({
    accountId,
    itemsWritten: 5,
    totalPrice: '7',
    currency: 'USD',
    receivedAt: '2026-06-01T00:00:00Z',
  })
  await seedUsage({
    accountId,
    itemsWritten: 9,
    totalPrice: '9',
    isCharged: false,
    receivedAt: '2026-06-02T00:00:00Z',
  })
  const running = {
    accountId,
    userId,
    dateStart: '2026-05-01T00:00:00Z',
    dateEnd: '2026-05-02T00:00:00Z',
  }
  await seedArchive({ ...running, state: 'running', fetchedAt: '2026-06-14T00:00:00Z' })
  await seedArchive({ ...running, state: 'failed', fetchedAt: '2026-06-14T00:00:00Z' })
  await seedArchive({
    ...running,
    state: 'running',
    itemsCount: 3000,
    fetchedAt: '2026-06-14T00:00:00Z',
  })
  expect(await check()).toEqual({
    accountId,
    accountLabel: 'Main',
    month: '2026-06',
    currency: 'EUR',
    warnAt: '31',
    stopAt: '100',
    spent: '5.000000000000000001',
    pending: '4',
    asked: '10',
    total: '19.000000000000000001',
    withoutPrice: 0,
    verdict: 'fine',
  })
})

test('what is done counts until REPORTS-USAGE tells of it', async () => {
  await budget('100')
  const { requestId } = await seedArchive({
    accountId,
    userId,
    dateStart: '2026-05-11T00:00:00Z',
    dateEnd: '2026-05-12T00:00:00Z',
    rows: 2000,
    fetchedAt: '2026-06-14T00:00:00Z',
  })
  const finishedSeenAt = '2026-06-14T00:10:00Z'
  await getDb().reportRequest.update({ where: { id: requestId }, data: { finishedSeenAt } })
  expect(await check()).toMatchObject({ spent: '0', pending: '2' })
  await seedUsage({
    accountId,
    requestId,
    itemsWritten: 2000,
    totalPrice: '2',
    receivedAt: '2026-06-14T00:00:00Z',
  })
  expect(await check()).toMatchObject({ spent: '2', pending: '2' })
  await getDb().usageRecord.updateMany({
    where: { requestId },
    data: { finishedAt: finishedSeenAt },
  })
  expect(await check()).toMatchObject({ spent: '2', pending: '0' })
  await getDb().usageRecord.updateMany({ where: { requestId }, data: { requestId: null } })
  const fetchedTo = '2026-06-14T01:00:00Z'
  await getDb().usageFetch.create({ data: { accountId, fetchedTo } })
  expect(await check()).toMatchObject({ spent: '2', pending: '0' })
})

test('what has no known price is counted apart', async () => {
  await budget('100')
  const found = await check([
    asked({ direction: 'inbound' }),
    asked({ key: 'usage', product: 'REPORTS-USAGE', direction: null }),
  ])
  expect(found).toMatchObject({ asked: '0', withoutPrice: 1, verdict: 'fine' })
})

test('a warning lets pass, a stop holds; an admin passes it by saying so, which is written down', async () => {
  await budget('1000', { warnAt: '2' })
  expect(await check()).toMatchObject({ verdict: 'warn' })
  await enforce('analyst', false)
  await budget('2')
  expect(await check()).toMatchObject({ verdict: 'stop' })
  await expect(enforce('analyst', false)).rejects.toMatchObject({ code: 'conflict' })
  await expect(enforce('admin', false)).rejects.toMatchObject({ code: 'conflict' })
  await expect(enforce('analyst', true)).rejects.toMatchObject({ code: 'forbidden' })
  const passes = () =>
    getDb().auditEntry.count({ where: { kind: 'budget.passed', subjectId: accountId } })
  expect(await passes()).toBe(0)
  await enforce('admin', true)
  expect(await passes()).toBe(1)
})

test('a budget is set and removed by admins alone', async () => {
  for (const role of ['analyst', 'viewer'] as const)
    await expect(
      setBudget(person(role), { accountId, currency: 'EUR', warnAt: '1', stopAt: '2' }),
    ).rejects.toMatchObject({ code: 'forbidden' })
  expect(await getDb().budget.count({ where: { accountId } })).toBe(0)
  await budget('12.3456')
  expect(await check()).toMatchObject({ stopAt: '12.3456', warnAt: null })
  await budget('')
  expect(await check()).toBeUndefined()
  const kinds = await getDb().auditEntry.findMany({
    where: { subjectId: accountId },
    orderBy: { id: 'asc' },
    select: { kind: true },
  })
  expect(kinds.map(({ kind }) => kind)).toEqual(['budget.set', 'budget.removed'])
})
