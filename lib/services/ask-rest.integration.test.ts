import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { listReportFiles } from '@/lib/data/reports/list-report-files'
import type { AskRestInput } from '@/lib/plan/rest'
import { askRest } from './ask-rest'
import { planRest } from './plan-rest'
import { seedArchive } from './test-archives'
import { seedUsage } from './test-usage'
import { createWorld, type World } from './test-world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterEach(async () => {
  await world.db.keptPart.deleteMany()
  await world.db.report.deleteMany()
  await world.db.budget.deleteMany()
})
afterAll(() => world.end())

const june = (day: number) => new Date(Date.UTC(2026, 5, day)).toISOString()
const seed = (fields: Partial<Parameters<typeof seedArchive>[0]> = {}) =>
  seedArchive({
    accountId: world.accountId,
    userId: world.ana.id,
    dateStart: june(1),
    dateEnd: june(31),
    ...fields,
  })

/** Cut off after ten days: 10,000 records, in order of time. */
async function seedCutOff(archive: object = {}) {
  const seeded = await seed({ requestStatus: 'TRUNCATED', rows: 10_000, title: 'Cut off' })
  const times = { firstRecordAt: june(1), lastRecordAt: june(11), recordOrder: 'ascending' }
  await world.db.archive.update({
    where: { requestId: seeded.requestId },
    data: { ...times, ...archive },
  })
  return seeded
}
const ask = (requestId: string, fields: Partial<AskRestInput> = {}) =>
  askRest(world.ana, {
    requestId,
    seen: { keptMs: 0, runningRequestIds: [] },
    passBudget: false,
    ...fields,
  })
const requestsOf = (reportId: string) =>
  world.db.reportRequest.findMany({ where: { reportId }, orderBy: { dateStart: 'asc' } })

test('says what the rest is and may cost, from the file itself, and sends nothing', async () => {
  const { requestId } = await seedCutOff()
  await seedUsage({ accountId: world.accountId, itemsWritten: 1000, totalPrice: '1' })
  const plan = await planRest(world.ana, requestId)
  expect(plan).toMatchObject({ isAll: false, parts: [], running: [] })
  expect(plan.ranges[0]?.dateStart).toBe(june(11))
  expect(plan.ranges.at(-1)?.dateEnd).toBe(june(31))
  // 20,000 are expected, at most 6,000 in a part.
  expect(plan.ranges).toHaveLength(4)
  expect(plan.estimate.records.expected).toBe(20_000)
  expect(plan.estimate.prices).toMatchObject([{ price: '20' }])
  expect(await world.db.reportRequest.count()).toBe(1)
})

test('asks for the rest in the same report, and takes no record twice', async () => {
  const { requestId, reportId } = await seedCutOff()
  expect(await ask(requestId)).toEqual({ requests: 4 })
  const requests = await requestsOf(reportId)
  expect(requests.map(({ state }) => state)).toEqual(['ready', ...Array(4).fill('queued')])
  expect(requests[0]?.replacedById).not.toBeNull()
  const [report] = await listReportFiles(world.ana, [reportId])
  expect(
    report?.files.map(({ kept, requestStatus }) => [kept?.dateStart, kept?.dateEnd, requestStatus]),
  ).toEqual([[june(1), june(11), 'TRUNCATED']])
  expect(report?.missing).toHaveLength(4)
  const { requestCount, stateCounts } = await world.db.report.findUniqueOrThrow({
    where: { id: reportId },
  })
  expect({ requestCount, stateCounts }).toEqual({ requestCount: 4, stateCounts: { queued: 4 } })
  const events = await world.db.event.findMany({ where: { reportId }, select: { kind: true } })
  expect(events).toEqual([{ kind: 'rest-asked' }])
  const audited = await world.db.auditEntry.count({
    where: { kind: 'report.rest-asked', subjectId: reportId },
  })
  expect(audited).toBe(1)
  expect(world.calls).toHaveLength(0)
})

test('a second click asks for nothing more, also at the same moment', async () => {
  const { requestId, reportId } = await seedCutOff()
  const clicks = await Promise.allSettled([ask(requestId), ask(requestId)])
  expect(clicks.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  await expect(ask(requestId)).rejects.toMatchObject({ code: 'conflict' })
  expect(await requestsOf(reportId)).toHaveLength(5)
})

test.each([
  ['in no order', { recordOrder: 'mixed' }],
  ['of unknown order', { firstRecordAt: null, lastRecordAt: null, recordOrder: null }],
])(
  'records %s: all of the range is asked for again, and the file is not mixed in',
  async (_what, archive) => {
    const { requestId, reportId } = await seedCutOff(archive)
    const plan = await planRest(world.ana, requestId)
    expect(plan).toMatchObject({ isAll: true })
    expect(plan.ranges[0]?.dateStart).toBe(june(1))
    await ask(requestId)
    const [report] = await listReportFiles(world.ana, [reportId])
    expect(report?.files).toEqual([])
  },
)

test('what is paid for already is taken for the rest', async () => {
  const { requestId, reportId } = await seedCutOff()
  await seed({ dateStart: june(5), dateEnd: june(31), title: 'Paid' })
  const { ranges, parts, seen } = await planRest(world.ana, requestId)
  expect(ranges).toEqual([])
  expect(parts[0]).toMatchObject({ reportTitle: 'Paid', dateStart: june(11) })
  expect(await ask(requestId, { seen })).toEqual({ requests: 0 })
  const [report] = await listReportFiles(world.ana, [reportId])
  expect(report?.files.map(({ kept }) => [kept?.dateStart, kept?.dateEnd])).toEqual([
    [june(1), june(11)],
    [june(11), june(31)],
  ])
})

test('is held by a hard stop, which an admin may pass', async () => {
  const { requestId } = await seedCutOff()
  await world.db.budget.create({
    data: { accountId: world.accountId, currency: 'EUR', stopAt: '1' },
  })
  await seedUsage({ accountId: world.accountId, itemsWritten: 1000, totalPrice: '1' })
  await expect(ask(requestId)).rejects.toMatchObject({ code: 'conflict' })
  expect((await planRest(world.ana, requestId)).budgets).toMatchObject([{ verdict: 'stop' }])
  expect(await ask(requestId, { passBudget: true })).toEqual({ requests: 4 })
})

test('is refused where nothing was cut off, where the file is gone, and to a viewer', async () => {
  const whole = await seed()
  await expect(planRest(world.ana, whole.requestId)).rejects.toMatchObject({ code: 'not-found' })
  const { requestId } = await seedCutOff({ deletedAt: new Date() })
  await expect(ask(requestId)).rejects.toMatchObject({ code: 'conflict' })
  const viewer = { ...world.ana, role: 'viewer' as const }
  await expect(planRest(viewer, requestId)).rejects.toMatchObject({ code: 'forbidden' })
  const input = { requestId, seen: { keptMs: 0, runningRequestIds: [] }, passBudget: false }
  await expect(askRest(viewer, input)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await world.db.reportRequest.count({ where: { state: 'queued' } })).toBe(0)
})
