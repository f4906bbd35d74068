import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { listDependants } from '@/lib/data/reports/list-dependants'
import { closeDb, getDb, transact } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/test-database'
import type { AskedRequest, SeenPaid } from '@/lib/plan/paid-request'
import { takePaidParts } from './take-paid-parts'
import { seedArchive } from './test-archives'

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

afterEach(async () => {
  await getDb().keptPart.deleteMany()
  await getDb().report.deleteMany()
})

afterAll(async () => {
  await closeDb()
  await database.drop()
})

const june = (day: number) => new Date(Date.UTC(2026, 5, day)).toISOString()
const day = 24 * 3600_000
const asked = (key: string, from: number, to: number): AskedRequest => ({
  key,
  accountId,
  targetAccountId: 'abcd1234',
  product: 'SMS',
  direction: 'outbound',
  dateStart: june(from),
  dateEnd: june(to),
  includeSubaccounts: false,
  filters: {},
})
const seed = (from: number, to: number, fields: Partial<Parameters<typeof seedArchive>[0]> = {}) =>
  seedArchive({ accountId, userId, dateStart: june(from), dateEnd: june(to), ...fields })
const take = (requests: AskedRequest[], seen: SeenPaid | null = null) =>
  transact((tx) => takePaidParts(tx, requests, seen))

test('leaves requests for what is missing alone', async () => {
  const { requestId } = await seed(5, 20)
  const { kept, missing } = await take([asked('1', 1, 11), asked('2', 11, 16), asked('3', 16, 31)])
  expect(kept).toEqual([
    {
      sourceId: requestId,
      dateStart: june(5),
      dateEnd: june(20),
      mayHaveChanged: false,
      leftOut: [],
    },
  ])
  expect(missing).toEqual([asked('1', 1, 5), asked('3', 20, 31)])
})

test('a file in the middle leaves two requests with keys of their own', async () => {
  await seed(10, 12)
  const { missing } = await take([asked('1', 1, 31)])
  expect(missing.map(({ key, dateStart, dateEnd }) => [key, dateStart, dateEnd])).toEqual([
    ['1/1', june(1), june(10)],
    ['1/2', june(12), june(31)],
  ])
})

test('refuses what another report is fetching, unless the person saw it', async () => {
  const running = await seed(10, 12, { state: 'running', title: 'On its way' })
  await expect(take([asked('1', 1, 31)])).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('On its way'),
  })
  const { missing } = await take([asked('1', 1, 31)], {
    keptMs: 0,
    runningRequestIds: [running.requestId],
  })
  expect(missing).toEqual([asked('1', 1, 31)])
})

test('refuses to pay for more than the person saw', async () => {
  await seed(1, 11)
  const seen = (days: number) => ({ keptMs: days * day, runningRequestIds: [] })
  await expect(take([asked('1', 1, 31)], seen(11))).rejects.toMatchObject({ code: 'conflict' })
  expect((await take([asked('1', 1, 31)], seen(10))).kept).toHaveLength(1)
  expect((await take([asked('1', 1, 31)], seen(3))).kept).toHaveLength(1)
})

test('a file that a report is about to rely on can’t be deleted meanwhile', async () => {
  const { requestId } = await seed(1, 31)
  const deletion = { where: { requestId, deletedAt: null }, data: { deletedAt: new Date() } }
  let deleted: Promise<unknown> | undefined
  await transact(async (tx) => {
    await takePaidParts(tx, [asked('1', 1, 31)], null)
    // Waits for this transaction: as whoever deletes does, with its own time limit.
    await expect(
      getDb().$transaction([
        getDb().$executeRaw`SET LOCAL lock_timeout = '100ms'`,
        getDb().archive.updateMany(deletion),
      ]),
    ).rejects.toThrow(/lock timeout/)
    deleted = getDb()
      .archive.updateMany(deletion)
      .then((result) => result)
  })
  expect(await deleted).toEqual({ count: 1 })
})

test('tells which reports rely on a file', async () => {
  const source = await seed(1, 31)
  const other = await seed(1, 31)
  const report = await getDb().report.create({
    data: {
      formId: crypto.randomUUID(),
      createdById: userId,
      title: 'Relies on it',
      timeZone: 'UTC',
      parameters: {},
      keptParts: {
        create: [1, 2].map((from) => ({
          sourceId: source.requestId,
          dateStart: june(from * 3),
          dateEnd: june(from * 3 + 1),
          mayHaveChanged: false,
        })),
      },
    },
  })
  expect(await listDependants([source.requestId, other.requestId])).toEqual([
    {
      sourceRequestId: source.requestId,
      reportId: report.id,
      title: 'Relies on it',
      isHeld: false,
    },
  ])
})
