import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listReports } from '@/lib/data/reports/list-reports'
import { type ReportSort, readListInput, reportSorts } from '@/lib/schemas/report-list'
import type { RequestState } from '@/lib/schemas/states'
import { createWorld, type World } from './test-world'

let world: World
let other: { accountId: string; userId: string }

type Fields = {
  title: string
  product?: string
  state?: RequestState
  createdAt?: string
  dateStart?: string
  dateEnd?: string
  rows?: number
  requestId?: string
  accountId?: string
  createdById?: string
}

async function addReport(fields: Fields): Promise<void> {
  const createdAt = new Date(fields.createdAt ?? '2026-05-01T12:00:00Z')
  const { rows } = fields
  await world.db.report.create({
    data: {
      formId: randomUUID(),
      createdById: fields.createdById ?? world.ana.id,
      title: fields.title,
      timeZone: 'UTC',
      parameters: {},
      createdAt,
      requests: {
        create: {
          accountId: fields.accountId ?? world.accountId,
          product: fields.product ?? 'SMS',
          targetAccountId: 'abcd1234',
          dateStart: new Date(fields.dateStart ?? '2026-04-01T00:00:00Z'),
          dateEnd: new Date(fields.dateEnd ?? '2026-05-01T00:00:00Z'),
          filters: {},
          state: fields.state ?? 'ready',
          requestId: fields.requestId ?? null,
          createdAt,
          ...(rows === undefined
            ? {}
            : {
                archive: {
                  create: {
                    storeKey: randomUUID(),
                    bytes: rows * 10,
                    sha256: '',
                    rows,
                    csvBytes: rows * 50,
                  },
                },
              }),
        },
      },
    },
  })
}

const list = (fields: object = {}, timeZone = 'UTC') =>
  listReports(world.ana, readListInput(fields), timeZone)
const titles = async (fields: object, timeZone?: string) =>
  (await list(fields, timeZone)).rows.map(({ title }) => title)

beforeAll(async () => {
  world = await createWorld()
  const account = await world.db.account.create({
    data: { label: 'Second', environment: 'sandbox', apiKey: 'second12', secretTail: '' },
  })
  const user = await world.db.user.create({ data: { email: 'ben@example.com', name: 'Ben Other' } })
  other = { accountId: account.id, userId: user.id }
  await addReport({ title: 'plain', rows: 5, requestId: 'vonage-77' })
  await addReport({
    title: '100% of_it',
    product: 'VOICE-CALL',
    state: 'failed',
    createdAt: '2026-05-02T23:30:00Z',
    accountId: other.accountId,
    createdById: other.userId,
  })
  await addReport({
    title: 'early',
    state: 'running',
    createdAt: '2026-04-01T00:00:00Z',
    dateStart: '2026-01-01T00:00:00Z',
    dateEnd: '2026-01-11T00:00:00Z',
    rows: 900,
  })
})
afterAll(() => world.end())

it('narrows by each filter, and by several at once', async () => {
  expect(await titles({})).toEqual(['100% of_it', 'plain', 'early'])
  expect(await titles({ product: 'VOICE-CALL' })).toEqual(['100% of_it'])
  expect(await titles({ state: 'failed' })).toEqual(['100% of_it'])
  expect(await titles({ state: 'attention' })).toEqual(['100% of_it'])
  expect(await titles({ state: 'moving' })).toEqual(['early'])
  expect(await titles({ account: other.accountId })).toEqual(['100% of_it'])
  expect(await titles({ person: other.userId })).toEqual(['100% of_it'])
  expect(await titles({ q: 'ben oth' })).toEqual(['100% of_it'])
  expect(await titles({ q: 'vonage-7' })).toEqual(['plain'])
  expect(await titles({ q: 'voice c' })).toEqual(['100% of_it'])
  expect(await titles({ product: 'SMS', state: 'ready' })).toEqual(['plain'])
  expect(await titles({ state: ['ready', 'moving'] })).toEqual(['plain', 'early'])
  expect(await titles({ product: ['SMS', 'VOICE-CALL'] })).toHaveLength(3)
  expect(await titles({ account: [other.accountId, world.accountId] })).toHaveLength(3)
  expect(await titles({ person: [other.userId, randomUUID()] })).toEqual(['100% of_it'])
  expect(await titles({ product: 'SMS', state: 'failed' })).toEqual([])
})

it('finds ids and keys by their beginning, and a report by its own', async () => {
  const { id } = await world.db.report.findFirstOrThrow({ where: { title: 'early' } })
  expect(await titles({ q: id.toUpperCase() })).toEqual(['early'])
  expect(await titles({ q: 'onage-7' })).toEqual([])
  expect(await titles({ q: 'abcd1' })).toHaveLength(3)
  expect(await titles({ q: 'bcd1234' })).toEqual([])
})

it('takes a report that has all from earlier files as ready', async () => {
  const { id } = await world.db.report.create({
    data: {
      formId: randomUUID(),
      createdById: world.ana.id,
      title: 'kept',
      timeZone: 'UTC',
      parameters: {},
      createdAt: new Date('2026-05-03'),
      dateStart: new Date('2026-04-01'),
      dateEnd: new Date('2026-05-01'),
    },
  })
  expect(await titles({ state: 'ready' })).toEqual(['kept', 'plain'])
  expect(await titles({ state: 'attention' })).toEqual(['100% of_it'])
  await world.db.report.delete({ where: { id } })
})

it('finds one of several requests in a state, and none that was replaced', async () => {
  const report = await world.db.report.findFirstOrThrow({
    where: { title: 'plain' },
    select: { id: true, requests: true },
  })
  const [one] = report.requests
  if (!one) throw new Error('It has a request.')
  const copy = {
    reportId: report.id,
    accountId: world.accountId,
    product: 'SMS',
    targetAccountId: 'abcd1234',
    dateStart: one.dateStart,
    dateEnd: one.dateEnd,
    filters: {},
  }
  const failed = await world.db.reportRequest.create({ data: { ...copy, state: 'failed' } })
  expect(await titles({ state: 'failed' })).toEqual(['100% of_it', 'plain'])
  const retry = await world.db.reportRequest.create({ data: { ...copy, state: 'ready' } })
  await world.db.reportRequest.update({
    where: { id: failed.id },
    data: { replacedById: retry.id },
  })
  expect(await titles({ state: 'failed' })).toEqual(['100% of_it'])
  await world.db.reportRequest.deleteMany({ where: { id: { in: [failed.id, retry.id] } } })
})

it('takes days as the reader’s zone has them, the last one whole', async () => {
  expect(await titles({ created: '2026-05-02', createdTo: '2026-05-02' })).toEqual(['100% of_it'])
  // Half past one at night there.
  expect(await titles({ createdTo: '2026-05-02', created: '2026-05-02' }, 'Europe/Madrid')).toEqual(
    [],
  )
  expect(await titles({ from: '2026-01-10', to: '2026-01-20' })).toEqual(['early'])
  expect(await titles({ from: '2026-01-11', to: '2026-01-20' })).toEqual([])
})

it('takes wildcards for what they are, and reads nonsense as nothing', async () => {
  expect(await titles({ q: '100% of_' })).toEqual(['100% of_it'])
  expect(await titles({ q: '%' })).toEqual(['100% of_it'])
  expect(await titles({ q: 'p_ain' })).toEqual([])
  const nonsense = {
    state: "'; drop",
    product: 'NOTHING',
    account: 'x',
    created: 'tomorrow',
    to: '2026-02-31',
    sort: 'password',
    order: 'up',
    cursor: 'bm9uc2Vuc2U',
  }
  expect(await titles(nonsense)).toHaveLength(3)
  const many = Array.from({ length: 100_000 }, () => randomUUID())
  expect(await titles({ account: [...many, world.accountId], q: 'x'.repeat(100_000) })).toEqual([])
  expect(await titles({ state: ['ready', "'; drop", 7, {}, ['ready']] })).toEqual(['plain'])
})

it('pages through every order, forth and back, each report once', async () => {
  for (let n = 0; n < 120; n += 1)
    await addReport({ title: `page ${n % 7}`, rows: n % 5, createdAt: '2026-03-01T00:00:00Z' })
  const total = 123
  for (const sort of Object.keys(reportSorts) as ReportSort[])
    for (const order of ['asc', 'desc']) {
      const seen: string[] = []
      const firsts: string[] = []
      let page = await list({ sort, order })
      for (;;) {
        seen.push(...page.rows.map(({ id }) => id))
        firsts.push(page.rows[0]?.id ?? '')
        if (!page.nextCursor) break
        page = await list({ sort, order, cursor: page.nextCursor })
      }
      expect(new Set(seen).size, `${sort} ${order}`).toBe(total)
      expect(seen).toHaveLength(total)
      const back = await list({ sort, order, cursor: page.previousCursor })
      expect(back.rows[0]?.id, `${sort} ${order} back`).toBe(firsts.at(-2))
      const first = await list({ sort, order, cursor: back.previousCursor })
      expect(first.rows[0]?.id).toBe(firsts[0])
      expect(first.previousCursor).toBeNull()
    }
  expect((await titles({ sort: 'rows' }))[0]).toBe('early')
  expect((await titles({ sort: 'size', order: 'asc' }))[0]).not.toBe('early')
  expect((await titles({ sort: 'range', order: 'asc' }))[0]).toBe('early')
  expect((await titles({ sort: 'title' }))[0]).toBe('100% of_it')
})
