import { afterAll, beforeAll, expect, test } from 'vitest'
import { listKeptParts } from '@/lib/data/reports/list-kept-parts'
import { closeDb, getDb } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/test-database'
import type { AskedRequest } from '@/lib/plan/paid-request'
import { pricePlan } from './price-plan'
import { seedArchive } from './test-archives'
import { seedUsage } from './test-usage'

let database: TestDatabase
let userId: string
let accountId: string

beforeAll(async () => {
  database = await createTestDatabase()
  const user = await getDb().user.create({ data: { email: 'ana@example.com', name: 'Ana' } })
  const account = await getDb().account.create({
    data: { label: 'Main', environment: 'live', apiKey: 'abcd1234', secretTail: '' },
  })
  userId = user.id
  accountId = account.id
})

afterAll(async () => {
  await closeDb()
  await database.drop()
})

const june = (day: number) => new Date(Date.UTC(2026, 5, day)).toISOString()
const day = 24 * 3600_000
const asked = (direction: 'inbound' | 'outbound'): AskedRequest => ({
  key: direction,
  accountId,
  targetAccountId: 'abcd1234',
  product: 'SMS',
  direction,
  dateStart: june(1),
  dateEnd: june(31),
  includeSubaccounts: false,
  filters: {},
})

test('tells what is there, and what the rest and everything would cost', async () => {
  await seedArchive({ accountId, userId, dateStart: june(1), dateEnd: june(21), rows: 20_000 })
  await seedUsage({ accountId, itemsWritten: 1000, totalPrice: '1' })
  const running = await seedArchive({
    accountId,
    userId,
    direction: 'inbound',
    dateStart: june(1),
    dateEnd: june(2),
    state: 'queued',
  })
  await getDb().budget.create({ data: { accountId, currency: 'EUR', stopAt: '25' } })
  const price = await pricePlan([asked('outbound'), asked('inbound')])
  expect(price.requests).toEqual({ kept: 2, none: 2 })
  expect(price.paid.map(({ parts, missing }) => [parts.length, missing.length])).toEqual([
    [1, 1],
    [0, 1],
  ])
  expect(price.estimate.kept.records.expected).toBe(10_000)
  expect(price.estimate.none.records.expected).toBe(30_000)
  expect(price.budgets.kept).toMatchObject([{ asked: '10', withoutPrice: 1, verdict: 'fine' }])
  expect(price.budgets.none).toMatchObject([{ asked: '30', verdict: 'stop' }])
  expect(price.seen).toEqual({ keptMs: 20 * day, runningRequestIds: [running.requestId] })
})

test('a report’s page says where each part comes from, and whether it is still there', async () => {
  const source = await seedArchive({
    accountId,
    userId,
    dateStart: june(1),
    dateEnd: june(11),
    rows: 1000,
    title: 'Source',
  })
  const report = await getDb().report.create({
    data: {
      formId: crypto.randomUUID(),
      createdById: userId,
      title: 'Made of it',
      timeZone: 'UTC',
      parameters: {},
      keptParts: {
        create: {
          sourceId: source.requestId,
          dateStart: june(1),
          dateEnd: june(4),
          mayHaveChanged: true,
        },
      },
    },
  })
  const part = {
    report: { id: source.reportId, title: 'Source' },
    requestId: source.requestId,
    account: { id: accountId, label: 'Main' },
    product: 'SMS',
    direction: 'outbound',
    dateStart: june(1),
    dateEnd: june(4),
    mayHaveChanged: true,
    fetchedAt: june(18),
    records: 300,
    recordsAreExact: false,
  }
  expect(await listKeptParts(report.id)).toMatchObject([{ ...part, isDeleted: false }])
  const { requestId } = source
  await getDb().archive.update({ where: { requestId }, data: { deletedAt: new Date() } })
  expect(await listKeptParts(report.id)).toMatchObject([{ ...part, isDeleted: true }])
})
