import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeDb, getDb } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/test-database'
import type { AskedRequest } from '@/lib/plan/paid-request'
import { estimateCost } from './estimate-cost'
import { seedArchive } from './test-archives'
import { seedUsage } from './test-usage'

let database: TestDatabase
let userId: string
let accountId: string

beforeAll(async () => {
  database = await createTestDatabase()
  const user = await getDb().user.create({ data: { email: 'ana@example.com', name: 'Ana' } })
  userId = user.id
})

beforeEach(async () => {
  const account = await getDb().account.create({
    data: { label: 'Main', environment: 'live', apiKey: randomUUID().slice(0, 8), secretTail: '' },
  })
  accountId = account.id
})

afterAll(async () => {
  await closeDb()
  await database.drop()
})

const june = (day: number) => new Date(Date.UTC(2026, 5, day)).toISOString()
const asked = (fields: Partial<AskedRequest> = {}): AskedRequest => ({
  key: 'one',
  accountId,
  targetAccountId: 'abcd1234',
  product: 'SMS',
  direction: 'outbound',
  dateStart: june(15),
  dateEnd: june(22),
  includeSubaccounts: false,
  filters: {},
  ...fields,
})
const seed = (fields: Partial<Parameters<typeof seedArchive>[0]> = {}) =>
  seedArchive({ accountId, userId, dateStart: june(1), dateEnd: june(15), rows: 14_000, ...fields })

test('an instance without a past says that it knows nothing', async () => {
  expect(await estimateCost([asked()])).toMatchObject({
    requests: [{ records: null, price: null, files: 0 }],
    records: { expected: 0, low: 0, high: 0 },
    withoutRecords: 1,
    withoutPrice: 1,
    prices: [],
  })
})

test('records come from earlier files, their price from REPORTS-USAGE, exactly', async () => {
  await seed()
  await seedUsage({ accountId, itemsWritten: 3000, totalPrice: '1.2', currency: 'EUR' })
  const found = await estimateCost([asked()])
  expect(found.records.expected).toBe(7000)
  expect(found.prices).toMatchObject([{ currency: 'EUR', price: '2.8' }])
  expect(found.recordPrices).toEqual([
    { accountId, product: 'SMS', currency: 'EUR', perRecord: '0.0004', ofProduct: true },
  ])
  expect(found).toMatchObject({ withoutRecords: 0, withoutPrice: 0, files: 1, atMost: false })
})

test.each<[string, Partial<Parameters<typeof seedArchive>[0]>]>([
  ['cut off', { requestStatus: 'TRUNCATED' }],
  ['fetched too early', { fetchedAt: june(14) }],
  ['of another product', { product: 'MESSAGES' }],
  ['of the other direction', { direction: 'inbound' }],
  ['of a sub-account', { targetAccountId: 'efgh5678' }],
  ['filtered', { filters: { country: 'GB' } }],
])('a file that is %s tells nothing', async (_why, fields) => {
  await seed(fields)
  expect((await estimateCost([asked()])).withoutRecords).toBe(1)
})

test('a deleted file still tells how many there were', async () => {
  const { requestId } = await seed()
  await getDb().archive.update({ where: { requestId }, data: { deletedAt: new Date() } })
  expect((await estimateCost([asked()])).records.expected).toBe(7000)
})

test('filters that leave nothing out don’t matter; others give at most what is there without', async () => {
  await seed({ filters: { include_message: true } })
  const plain = await estimateCost([asked({ filters: { show_concatenated: true } })])
  expect(plain).toMatchObject({ records: { expected: 7000 }, atMost: false })
  const filtered = await estimateCost([asked({ filters: { country: 'GB' } })])
  expect(filtered).toMatchObject({ records: { expected: 7000, low: 0 }, atMost: true })
  await seed({ filters: { country: 'GB' }, rows: 1400 })
  const known = await estimateCost([asked({ filters: { country: 'GB' } })])
  expect(known).toMatchObject({ records: { expected: 700 }, atMost: false })
})

test('the price is that of the newest lines of this product, in their currency', async () => {
  await seed()
  const line = { accountId, itemsWritten: 100, isCharged: true }
  await seedUsage({ ...line, totalPrice: '100', currency: 'USD', receivedAt: june(1) })
  await seedUsage({ ...line, totalPrice: '0.05', currency: '', receivedAt: june(2) })
  await seedUsage({ ...line, totalPrice: '9', product: 'MESSAGES', receivedAt: june(3) })
  await seedUsage({ ...line, totalPrice: '0', isCharged: false, receivedAt: june(4) })
  const { recordPrices } = await estimateCost([
    asked(),
    asked({ key: 'two', product: 'VERIFY-V2', direction: null }),
  ])
  expect(recordPrices).toEqual([
    { accountId, product: 'SMS', currency: '', perRecord: '0.0005', ofProduct: true },
    { accountId, product: 'VERIFY-V2', currency: 'EUR', perRecord: '0.09', ofProduct: false },
  ])
})

test('many requests are added up, the free and the unknown ones told apart', async () => {
  await seed()
  await seed({ product: 'REPORTS-USAGE', direction: null, rows: 28 })
  await seedUsage({ accountId, itemsWritten: 10, totalPrice: '0.004', currency: 'EUR' })
  const found = await estimateCost([
    asked({ key: 'a' }),
    asked({ key: 'b', dateStart: june(22), dateEnd: june(29) }),
    asked({ key: 'usage', product: 'REPORTS-USAGE', direction: null }),
    asked({ key: 'unknown', direction: 'inbound' }),
  ])
  expect(found.requests.map(({ key }) => key)).toEqual(['a', 'b', 'usage', 'unknown'])
  expect(found).toMatchObject({
    records: { expected: 14_014 },
    withoutRecords: 1,
    withoutPrice: 1,
    prices: [{ currency: 'EUR', price: '5.6' }],
  })
})
