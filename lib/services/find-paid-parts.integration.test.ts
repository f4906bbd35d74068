import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeDb, getDb } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/test-database'
import type { AskedRequest } from '@/lib/plan/paid-request'
import { findPaidParts } from './find-paid-parts'
import { seedArchive } from './test-archives'

let database: TestDatabase
let userId: string
let accountId: string

beforeAll(async () => {
  database = await createTestDatabase()
  const user = await getDb().user.create({ data: { email: 'ana@example.com', name: 'Ana' } })
  userId = user.id
})

// Each test has an account of its own.
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

function asked(fields: Partial<AskedRequest> = {}): AskedRequest {
  return {
    key: 'one',
    accountId,
    targetAccountId: 'abcd1234',
    product: 'SMS',
    direction: 'outbound',
    dateStart: june(1),
    dateEnd: june(31),
    includeSubaccounts: false,
    filters: {},
    ...fields,
  }
}

const seed = (fields: Partial<Parameters<typeof seedArchive>[0]> = {}) =>
  seedArchive({ accountId, userId, dateStart: june(1), dateEnd: june(31), ...fields })

const find = async (fields: Partial<AskedRequest> = {}) => {
  const [paid] = await findPaidParts([asked(fields)])
  if (!paid) throw new Error('Nothing was answered.')
  return paid
}

test('tells which days are there, in which report, and which are missing', async () => {
  const first = await seed({ dateStart: june(1), dateEnd: june(11), title: 'A', rows: 500 })
  const second = await seed({ dateStart: june(6), dateEnd: june(23), title: 'B', rows: 1700 })
  expect(await find()).toEqual({
    key: 'one',
    parts: [
      {
        sourceRequestId: first.requestId,
        reportId: first.reportId,
        reportTitle: 'A',
        dateStart: june(1),
        dateEnd: june(11),
        records: 500,
        recordsAreExact: true,
        leftOut: [],
        mayHaveChanged: false,
        fetchedAt: june(18),
      },
      {
        sourceRequestId: second.requestId,
        reportId: second.reportId,
        reportTitle: 'B',
        dateStart: june(11),
        dateEnd: june(23),
        records: 1200,
        recordsAreExact: false,
        leftOut: [],
        mayHaveChanged: false,
        fetchedAt: june(30),
      },
    ],
    missing: [{ dateStart: june(23), dateEnd: june(31) }],
    running: [],
  })
})

const whole = [{ dateStart: june(1), dateEnd: june(31) }]

test.each<[string, Partial<Parameters<typeof seedArchive>[0]>]>([
  ['was cut off by Vonage', { requestStatus: 'TRUNCATED' }],
  ['was fetched before its range had ended', { fetchedAt: june(30) }],
  ['has fewer rows than Vonage counted', { rows: 999, itemsCount: 1000 }],
  ['can’t be cut, for want of the column', { columns: ['id', 'status'] }],
  ['is of another product', { product: 'MESSAGES' }],
  ['is of the other direction', { direction: 'inbound' }],
  ['is of another sub-account', { targetAccountId: 'efgh5678' }],
  ['has the sub-accounts, too', { includeSubaccounts: true }],
  ['is filtered', { filters: { country: 'GB' } }],
])('a file that %s is not taken', async (_why, fields) => {
  await seed(fields)
  expect(await find()).toMatchObject({ parts: [], missing: whole })
})

test('a file that was deleted is not taken', async () => {
  const { requestId } = await seed()
  await getDb().archive.update({ where: { requestId }, data: { deletedAt: new Date() } })
  expect(await find()).toMatchObject({ parts: [], missing: whole })
})

test('a file of another account is not taken', async () => {
  await seed()
  const other = await getDb().account.create({
    data: { label: 'Other', environment: 'sandbox', apiKey: 'other123', secretTail: '' },
  })
  expect(await find({ accountId: other.id })).toMatchObject({ parts: [], missing: whole })
})

test('equal filters serve, also where the question says what is left out', async () => {
  await seed({ filters: { country: 'GB', include_message: true } })
  const { missing } = await find({
    filters: { include_message: true, status: '', show_concatenated: false, country: 'GB' },
  })
  expect(missing).toEqual([])
})

test('a file with one more column serves, without it; one that lacks it does not', async () => {
  await seed({ filters: { country: 'GB', include_message: true, show_concatenated: true } })
  const leftOut = async (filters: AskedRequest['filters']) =>
    (await find({ filters })).parts.map((part) => part.leftOut)
  expect(await leftOut({ country: 'GB' })).toEqual([['message_body', 'concatenated']])
  expect(await leftOut({ country: 'GB', include_message: true })).toEqual([['concatenated']])
  expect(await leftOut({ include_message: true })).toEqual([])
  await seed({ direction: 'inbound' })
  const { parts } = await find({ direction: 'inbound', filters: { include_message: true } })
  expect(parts).toEqual([])
})

test('a file without any record is proof that there were none', async () => {
  await seed({ rows: 0, columns: [] })
  expect(await find()).toMatchObject({
    parts: [{ records: 0, recordsAreExact: true }],
    missing: [],
  })
})

test('a piece that was fetched within 72 hours of its end is marked', async () => {
  await seed({ fetchedAt: june(32) })
  const marks = async (dateEnd: string) =>
    (await find({ dateEnd })).parts.map(({ mayHaveChanged }) => mayHaveChanged)
  expect(await marks(june(31))).toEqual([true])
  expect(await marks(june(29))).toEqual([false])
})

test('records without a status or a duration are not marked', async () => {
  await seed({ direction: 'inbound', fetchedAt: june(31) })
  const { parts } = await find({ direction: 'inbound' })
  expect(parts).toMatchObject([{ mayHaveChanged: false }])
})

test('what is on its way is told, and taken for nothing', async () => {
  await seed({ dateEnd: june(11) })
  const running = await seed({
    state: 'running',
    dateStart: june(5),
    dateEnd: june(20),
    title: 'R',
  })
  await seed({ state: 'running', dateStart: june(2), dateEnd: june(9) })
  await seed({ state: 'failed', dateStart: june(11) })
  const cancelled = await seed({ state: 'running', dateStart: june(11) })
  await getDb().reportRequest.update({
    where: { id: cancelled.requestId },
    data: { cancelRequestedAt: new Date() },
  })
  const paid = await find()
  expect(paid.missing).toEqual([{ dateStart: june(11), dateEnd: june(31) }])
  expect(paid.running).toEqual([
    {
      ...running,
      reportTitle: 'R',
      state: 'running',
      dateStart: june(11),
      dateEnd: june(20),
    },
  ])
})

test('a free product is asked for again', async () => {
  await seed({ product: 'REPORTS-USAGE', direction: null })
  const paid = await find({ product: 'REPORTS-USAGE', direction: null })
  expect(paid).toMatchObject({ parts: [], missing: whole })
})

test('many questions are answered each for itself', async () => {
  await seed({ dateStart: june(1), dateEnd: june(16) })
  await seed({ direction: 'inbound', dateStart: june(16), dateEnd: june(31) })
  const found = await findPaidParts([
    asked({ key: 'out 1', dateEnd: june(16) }),
    asked({ key: 'usage', product: 'REPORTS-USAGE', direction: null }),
    asked({ key: 'out 2', dateStart: june(16) }),
    asked({ key: 'in', direction: 'inbound' }),
  ])
  expect(found.map(({ key, parts, missing }) => [key, parts.length, missing])).toEqual([
    ['out 1', 1, []],
    ['usage', 0, whole],
    ['out 2', 0, [{ dateStart: june(16), dateEnd: june(31) }]],
    ['in', 1, [{ dateStart: june(1), dateEnd: june(16) }]],
  ])
})
