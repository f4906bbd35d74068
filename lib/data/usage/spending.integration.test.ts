import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { closeDb, getDb } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/test-database'
import type { UserActor } from '@/lib/schemas/actor'
import type { SpendingQuestion, SpentBy } from '@/lib/schemas/spending'
import { getSpending } from './get-spending'
import { listSpentLines } from './list-spent-lines'
import { saveUsageLines } from './save-usage-lines'

type Line = Parameters<typeof saveUsageLines>[2][number]

let database: TestDatabase
let ana: UserActor
let main: string
let branch: string
let requestId: string

const all: SpendingQuestion = {
  environment: 'live',
  from: '',
  to: '',
  account: '',
  product: '',
  target: '',
  who: '',
}
const ask = (fields: Partial<SpendingQuestion> = {}) => getSpending(ana, { ...all, ...fields })

beforeAll(async () => {
  database = await createTestDatabase()
  const db = getDb()
  const user = await db.user.create({ data: { email: 'ana@example.com', name: 'Ana' } })
  ana = { kind: 'user', id: user.id, name: 'Ana', role: 'analyst' }
  const addAccount = async (label: string, apiKey: string, environment: 'live' | 'sandbox') =>
    (await db.account.create({ data: { label, environment, apiKey, secretTail: '' } })).id
  main = await addAccount('Main', 'main0001', 'live')
  branch = await addAccount('Branch', 'branch01', 'live')
  const made = await addAccount('Sandbox', 'sandbox1', 'sandbox')
  await db.subaccount.create({
    data: { accountId: main, apiKey: 'sub00001', name: 'Webshop', suspended: false },
  })
  const report = await db.report.create({
    data: {
      formId: randomUUID(),
      createdById: user.id,
      title: 'SMS outbound',
      timeZone: 'UTC',
      parameters: {},
      requests: {
        create: {
          accountId: main,
          product: 'SMS',
          targetAccountId: 'main0001',
          dateStart: new Date('2026-05-01'),
          dateEnd: new Date('2026-06-01'),
          filters: {},
        },
      },
    },
    select: { requests: { select: { id: true } } },
  })
  requestId = report.requests[0]?.id ?? ''
  await saveUsageLines(db, made, [line({ totalPrice: '1000' })])
})
afterAll(async () => {
  await closeDb()
  await database.drop()
})
beforeEach(() => getDb().usageRecord.deleteMany({ where: { accountId: { in: [main, branch] } } }))

function line(fields: Partial<Line> = {}): Line {
  return {
    recordId: randomUUID(),
    targetAccountId: 'main0001',
    masterAccountId: 'main0001',
    receivedAt: '2026-06-15T12:00:00Z',
    startedAt: null,
    finishedAt: null,
    product: 'SMS',
    jobType: 'ASYNC_JOB',
    status: 'SUCCESS',
    itemsWritten: 1000,
    isCharged: true,
    price: '0.0004',
    totalPrice: '0.4',
    currency: 'EUR',
    tierVolume: '',
    parameters: {},
    ...fields,
  }
}
const save = (lines: Line[], accountId = main) => saveUsageLines(getDb(), accountId, lines)
const own = (recordId: string) =>
  getDb().usageRecord.updateMany({ where: { recordId }, data: { requestId, matchedBy: 'id' } })

/** Counted by whole numbers of the smallest unit, unlike the database. */
const scale = 30n
function toUnits(text: string): bigint {
  const [, sign, whole = '', fraction = ''] = /^(-?)(\d+)\.?(\d*)$/.exec(text) ?? []
  const units = BigInt(whole) * 10n ** scale + BigInt(fraction.padEnd(Number(scale), '0'))
  return sign === '-' ? -units : units
}
function addUp(lines: Line[], keyOf: (line: Line) => string): Map<string, bigint> {
  const sums = new Map<string, bigint>()
  for (const one of lines.filter(({ isCharged }) => isCharged !== false)) {
    const key = `${keyOf(one)}|${one.currency}`
    sums.set(key, (sums.get(key) ?? 0n) + toUnits(one.totalPrice ?? '0'))
  }
  return sums
}
const told = (groups: SpentBy[]) =>
  new Map(groups.map(({ key, currency, total }) => [`${key}|${currency}`, toUnits(total)]))

const amount = fc
  .tuple(
    fc.bigInt({ min: 0n, max: 10n ** 20n }),
    fc.bigInt({ min: 0n, max: 10n ** 12n - 1n }),
    fc.integer({ min: 12, max: 30 }),
  )
  .map(([whole, fraction, digits]) => `${whole}.${`${fraction}`.padStart(digits, '0')}`)
const month = fc.constantFrom('2026-04', '2026-05', '2026-06')
const someLine = fc
  .record({
    totalPrice: fc.option(fc.oneof(amount, fc.constantFrom('0', '0.1', '0.2', '-0.3'))),
    currency: fc.constantFrom('EUR', 'USD', ''),
    product: fc.constantFrom('SMS', 'VOICE-CALL', 'A-NEW-PRODUCT'),
    targetAccountId: fc.constantFrom('main0001', 'sub00001', 'sub00002'),
    isCharged: fc.constantFrom(true, true, true, null, false),
    month,
    // The first and the last second of a month, in UTC.
    end: fc.constantFrom('-01T00:00:00Z', '-30T23:59:59Z'),
  })
  .map(({ month: of, end, ...fields }) => line({ ...fields, receivedAt: `${of}${end}` }))

it('adds up exactly, whatever the amounts, in each currency', async () => {
  await fc.assert(
    fc
      .asyncProperty(fc.array(someLine, { maxLength: 40 }), async (lines) => {
        await save(lines)
        const spending = await ask()
        expect(told(spending.months)).toEqual(
          addUp(lines, ({ receivedAt }) => receivedAt.slice(0, 7)),
        )
        expect(told(spending.products)).toEqual(addUp(lines, ({ product }) => product))
        expect(told(spending.targets)).toEqual(addUp(lines, (one) => one.targetAccountId))
        expect(told(spending.accounts)).toEqual(addUp(lines, () => main))
        expect(told(spending.totals.map((spent) => ({ ...spent, key: '', label: '' })))).toEqual(
          addUp(lines, () => ''),
        )
      })
      .beforeEach(() => getDb().usageRecord.deleteMany({ where: { accountId: main } })),
    { numRuns: 25 },
  )
}, 60_000)

it('tells ours, by person, from what was made elsewhere', async () => {
  const ours = line({ totalPrice: '0.000000000000000000000000000001' })
  await save([ours, line({ totalPrice: '2' }), line({ totalPrice: '3', currency: '' })])
  await own(ours.recordId)
  const { totals, people } = await ask()
  expect(totals).toMatchObject([
    { currency: '', total: '3', ours: '0', elsewhere: '3', calls: 1 },
    {
      currency: 'EUR',
      total: '2.000000000000000000000000000001',
      ours: '0.000000000000000000000000000001',
      elsewhere: '2',
      calls: 2,
      records: 2000,
    },
  ])
  expect(people.map(({ label, currency, total }) => [label, currency, total])).toEqual([
    ['', '', '3'],
    ['', 'EUR', '2'],
    ['Ana', 'EUR', '0.000000000000000000000000000001'],
  ])
  expect((await ask({ who: 'ours' })).totals).toHaveLength(1)
  expect((await ask({ who: 'elsewhere' })).totals.map(({ total }) => total)).toEqual(['3', '2'])
  expect((await ask({ who: ana.id })).totals.map(({ calls }) => calls)).toEqual([1])
})

it('counts a line once that two accounts were told of, for the one it is about', async () => {
  const twice = line({ targetAccountId: 'branch01', totalPrice: '5' })
  await save([twice, line({ totalPrice: '1' })])
  await save([twice], branch)
  const { totals, accounts } = await ask()
  expect(totals[0]?.total).toBe('6')
  expect(accounts.map(({ label, total }) => [label, total])).toEqual([
    ['Branch', '5'],
    ['Main', '1'],
  ])
  expect((await ask({ account: main })).totals[0]?.total).toBe('6')
  await own(twice.recordId)
  expect((await ask({ who: 'elsewhere' })).totals[0]?.total).toBe('1')
})

it('filters by day (UTC), product and sub-account, and never adds the sandbox', async () => {
  await save([
    line({ receivedAt: '2026-05-31T23:59:59.999Z', totalPrice: '1' }),
    line({ receivedAt: '2026-06-01T00:00:00Z', totalPrice: '2' }),
    line({ receivedAt: '2026-06-30T23:59:59Z', totalPrice: '4', product: 'VOICE-CALL' }),
    line({ receivedAt: '2026-07-01T00:00:00Z', totalPrice: '8', targetAccountId: 'sub00001' }),
  ])
  const total = async (fields: Partial<SpendingQuestion>) => (await ask(fields)).totals[0]?.total
  expect(await total({})).toBe('15')
  expect(await total({ from: '2026-06-01', to: '2026-06-30' })).toBe('6')
  expect(await total({ product: 'VOICE-CALL' })).toBe('4')
  expect(await total({ target: 'sub00001' })).toBe('8')
  expect(await total({ target: "x' OR true" })).toBeUndefined()
  expect(await total({ environment: 'sandbox' })).toBe('1000')
  expect((await ask({ target: 'sub00001' })).targets[0]?.label).toBe('Webshop')
})

it('tells what has no price, and what was free, without counting it', async () => {
  await save([
    line({ totalPrice: null }),
    line({ isCharged: null, totalPrice: '1' }),
    line({ isCharged: false, totalPrice: '0', product: 'REPORTS-USAGE' }),
  ])
  expect(await ask()).toMatchObject({
    totals: [{ total: '1', calls: 2 }],
    products: [{ key: 'SMS', label: 'SMS' }],
    unpriced: 1,
    free: 1,
  })
})

it('lists what was charged, the newest first, page by page', async () => {
  const lines = [
    line({ receivedAt: '2026-06-01T00:00:00Z', recordId: 'a', totalPrice: '0.10' }),
    line({ receivedAt: '2026-06-02T00:00:00Z', recordId: 'b', jobType: 'SYNC_JOB_FROM_ID' }),
    line({ receivedAt: '2026-06-02T00:00:00Z', recordId: 'c', targetAccountId: 'sub00001' }),
    line({ receivedAt: '2026-06-03T00:00:00Z', recordId: 'd', isCharged: false }),
  ]
  await save(lines)
  await own('a')
  const first = await listSpentLines(ana, all, 2)
  expect(first).toMatchObject([
    { recordId: 'c', targetName: 'Webshop', accountLabel: 'Main', isOurs: false, here: null },
    { recordId: 'b', kind: 'by ids', records: 1000 },
  ])
  const { receivedAt, recordId } = first[1] ?? { receivedAt: '', recordId: '' }
  expect(await listSpentLines(ana, all, 2, { receivedAt, recordId })).toMatchObject([
    {
      recordId: 'a',
      kind: 'report',
      total: '0.1',
      isOurs: true,
      here: { href: 'report', title: 'SMS outbound', person: 'Ana', isLikely: false },
    },
  ])
})

it('counts what was taken over as made elsewhere, with the way to it', async () => {
  const adopted = line({ totalPrice: '2' })
  await save([adopted])
  await own(adopted.recordId)
  await getDb().reportRequest.update({ where: { id: requestId }, data: { adopted: true } })
  expect((await ask()).totals).toMatchObject([{ ours: '0', elsewhere: '2' }])
  expect((await ask()).people).toMatchObject([{ key: '' }])
  expect(await listSpentLines(ana, all, 1)).toMatchObject([{ isOurs: false, here: {} }])
  await getDb().reportRequest.update({ where: { id: requestId }, data: { adopted: false } })
})

it('is not for viewers', async () => {
  const viewer: UserActor = { ...ana, role: 'viewer' }
  await expect(getSpending(viewer, all)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(listSpentLines(viewer, all, 1)).rejects.toMatchObject({ code: 'forbidden' })
})
