import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { getReport } from '@/lib/data/reports/get-report'
import { listReportFiles } from '@/lib/data/reports/list-report-files'
import type { CreateReportInput } from '@/lib/schemas/create-report'
import { reportState } from '@/lib/schemas/report-state'
import { createReport } from './create-report'
import { deleteArchives } from './delete-archives'
import { seedArchive } from './test-archives'
import { daysAgo, reportForm } from './test-form'
import { createWorld, type World } from './test-world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterEach(async () => {
  await world.db.keptPart.deleteMany()
  await world.db.report.deleteMany()
})
afterAll(() => world.end())

const midnight = (days: number) => `${daysAgo(days)}T00:00:00.000Z`
/** Days 30 to 10, whole. */
const form = (fields: Partial<CreateReportInput> = {}) =>
  reportForm(world.accountId, { from: daysAgo(30), to: daysAgo(11), reuse: 'kept', ...fields })
const seed = (from: number, to: number) =>
  seedArchive({
    accountId: world.accountId,
    userId: world.ana.id,
    dateStart: midnight(from),
    dateEnd: midnight(to),
    fetchedAt: midnight(1),
  })
const create = (fields: Partial<CreateReportInput> = {}) => createReport(world.ana, form(fields))
const requestsOf = async (reportId: string) => {
  const rows = await world.db.reportRequest.findMany({
    where: { reportId },
    orderBy: { dateStart: 'asc' },
  })
  return rows.map(({ dateStart, dateEnd }) => [dateStart.toISOString(), dateEnd.toISOString()])
}

test('asks for the missing days alone; the report holds the others from the file that is there', async () => {
  const source = await seed(25, 15)
  const { id } = await create()
  expect(await requestsOf(id)).toEqual([
    [midnight(30), midnight(25)],
    [midnight(15), midnight(10)],
  ])
  const [files] = await listReportFiles(world.ana, [id])
  expect(files?.files.map(({ requestId, kept }) => [requestId, kept?.dateStart])).toEqual([
    [source.requestId, midnight(25)],
  ])
  const report = await getReport(world.ana, id)
  expect(report?.keptParts).toMatchObject([{ report: { id: source.reportId } }])
})

test('a report that is all there is ready at once, without a request and a call', async () => {
  await seed(30, 20)
  await seed(22, 5)
  const { id } = await create()
  expect(await requestsOf(id)).toEqual([])
  const report = await getReport(world.ana, id)
  expect(report?.keptParts).toHaveLength(2)
  expect(reportState(report?.stateCounts ?? {}).state).toBe('ready')
  expect(world.calls).toHaveLength(0)
})

test('everything is asked for again where the person says so', async () => {
  await seed(30, 5)
  const { id } = await create({ reuse: 'all' })
  expect(await requestsOf(id)).toEqual([[midnight(30), midnight(10)]])
})

test('of two creates at the same moment, only one pays', async () => {
  const made = await Promise.allSettled([create(), create(), create()])
  expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
  for (const one of made)
    if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'conflict' })
  expect(await world.db.reportRequest.count()).toBe(1)
})

test('a form that is sent twice makes one report, though its own request is on the way', async () => {
  const input = form()
  const made = await Promise.all([1, 2, 3].map(() => createReport(world.ana, input)))
  expect(new Set(made.map(({ id }) => id)).size).toBe(1)
})

test('a file that a report relies on is not deleted', async () => {
  const source = await seed(30, 5)
  await create()
  const deleted = await deleteArchives(world.ana, { reportId: source.reportId })
  expect(deleted).toMatchObject({ files: 0, needed: { files: 1 } })
})
