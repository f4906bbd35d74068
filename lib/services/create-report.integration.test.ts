import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { getReport } from '@/lib/data/reports/get-report'
import { listReports } from '@/lib/data/reports/list-reports'
import type { CreateReportInput } from '@/lib/schemas/create-report'
import { readListInput } from '@/lib/schemas/report-list'
import { reportState } from '@/lib/schemas/report-state'
import { createReport } from './create-report'
import { seedArchive } from './test-archives'
import { daysAgo, reportForm } from './test-form'
import { createWorld, type World } from './test-world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())

const form = (fields: Partial<CreateReportInput> = {}): CreateReportInput =>
  reportForm(world.accountId, {
    from: daysAgo(9),
    timeZone: 'Europe/Madrid',
    filters: { status: 'delivered', from: '', include_message: false },
    ...fields,
  })
const list = (fields: object = {}) => listReports(world.ana, readListInput(fields), 'UTC')

it('stores report, request, event and wake-up together, and calls nobody', async () => {
  const { id } = await createReport(world.ana, form())
  const report = await getReport(world.ana, id)
  expect(report?.request).toMatchObject({ state: 'queued', filters: { status: 'delivered' } })
  expect(report?.events.map((event) => event.kind)).toEqual(['created'])
  const jobs = await world.db.$queryRaw<unknown[]>`
    SELECT 1 FROM pgboss.job WHERE data->>'requestId' = ${report?.request?.id}`
  expect(jobs).toHaveLength(1)
  expect(world.calls).toHaveLength(0)
})

it('means all of the last day, though date_end is exclusive', async () => {
  const { id } = await createReport(
    world.ana,
    form({ from: daysAgo(3), to: daysAgo(3), timeZone: 'UTC' }),
  )
  const report = await getReport(world.ana, id)
  expect(report?.request?.dateStart).toBe(`${daysAgo(3)}T00:00:00.000Z`)
  expect(report?.request?.dateEnd).toBe(`${daysAgo(2)}T00:00:00.000Z`)
})

it('makes one report of a form that is sent twice, also at the same moment', async () => {
  const input = form()
  const made = await Promise.all([1, 2, 3, 4].map(() => createReport(world.ana, input)))
  expect(new Set(made.map((report) => report.id)).size).toBe(1)
  expect(await world.db.report.count({ where: { formId: input.formId } })).toBe(1)
})

it('refuses what only the server can know, under its field', async () => {
  await expect(
    createReport(
      world.ana,
      form({ accounts: [{ accountId: randomUUID(), targets: ['abcd1234'] }] }),
    ),
  ).rejects.toMatchObject({
    fieldErrors: { accounts: [expect.any(String)] },
  })
  await expect(createReport(world.ana, form({ from: daysAgo(500) }))).rejects.toMatchObject({
    code: 'invalid',
    fieldErrors: { from: [expect.any(String)] },
  })
})

it('is refused to a viewer', async () => {
  await expect(createReport({ ...world.ana, role: 'viewer' }, form())).rejects.toMatchObject({
    code: 'forbidden',
  })
})

it('lists by keys: every report once, newest first, whatever comes in between', async () => {
  for (let n = 0; n < 60; n++) await createReport(world.ana, form())
  const first = await list()
  await createReport(world.ana, form())
  const second = await list({ cursor: first.nextCursor })
  const ids = [...first.rows, ...second.rows].map((row) => row.id)
  expect(first.rows).toHaveLength(50)
  expect(new Set(ids).size).toBe(ids.length)
  const times = [...first.rows, ...second.rows].map((row) => row.createdAt)
  expect(times).toEqual([...times].sort().reverse())
  expect(second.nextCursor).toBeNull()
})

it('finds by text and by state, and takes hostile input as text', async () => {
  const { id } = await createReport(
    world.ana,
    form({ products: ['VOICE-CALL'], directions: [], filters: {} }),
  )
  expect((await list({ q: 'voice calls' })).rows.map((row) => row.id)).toEqual([id])
  expect((await list({ state: 'ready' })).rows).toEqual([])
  for (const q of ["'; DROP TABLE", '%', '\\', '\u0000'])
    expect(await list({ q, cursor: 'x'.repeat(300) })).toBeDefined()
})

it('takes what is paid for, and asks only for the rest; with all of it there is nothing to ask', async () => {
  const dates = (from: number, to: number) => ({
    dateStart: `${daysAgo(from)}T00:00:00.000Z`,
    dateEnd: `${daysAgo(to)}T00:00:00.000Z`,
  })
  const at = { accountId: world.accountId, userId: world.ana.id, targetAccountId: 'paid0001' }
  const { requestId } = await seedArchive({ ...at, ...dates(40, 30) })
  const asked = (from: number, to: number) =>
    form({
      accounts: [{ accountId: world.accountId, targets: ['paid0001'] }],
      from: daysAgo(from),
      to: daysAgo(to),
      timeZone: 'UTC',
      filters: {},
      reuse: 'kept',
    })
  // Ten days of which eight are there, whoever presses twice.
  const input = asked(38, 29)
  const made = await Promise.all([1, 2, 3].map(() => createReport(world.ana, input)))
  expect(new Set(made.map(({ id }) => id)).size).toBe(1)
  const report = await getReport(world.ana, made[0]?.id ?? '')
  expect(report).toMatchObject({ requestCount: 1, keptCount: 1, ...dates(38, 28) })
  expect(report?.request).toMatchObject({ state: 'queued', ...dates(30, 28) })
  expect(report?.keptParts).toMatchObject([{ requestId, ...dates(38, 30) }])

  const whole = await createReport(world.ana, asked(39, 31))
  const ready = await getReport(world.ana, whole.id)
  expect(ready).toMatchObject({ requestCount: 0, keptCount: 1, stateCounts: {}, request: null })
  expect(reportState(ready?.stateCounts ?? {}).state).toBe('ready')
  expect(ready?.actions).toEqual({ refresh: 0, cancel: 0, retry: 0, download: true })

  // Another person's form for what the first is fetching would be paid twice.
  await expect(createReport(world.ana, asked(38, 29))).rejects.toMatchObject({ code: 'conflict' })
  const all = await createReport(world.ana, { ...asked(38, 29), reuse: 'all' })
  expect(await getReport(world.ana, all.id)).toMatchObject({ requestCount: 1, keptCount: 0 })
})
