import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createReport } from './create-report'
import { previewReport } from './preview-report'
import { seedArchive } from './test-archives'
import { reportForm } from './test-form'
import { createWorld, type World } from './test-world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())

const day = 24 * 3600_000

test('tells what is paid for, and what was seen lets the rest be asked for', async () => {
  const { accountId, ana } = world
  const start = new Date(Date.now() - 20 * day).toISOString().slice(0, 10)
  const at = (days: number) => new Date(Date.parse(`${start}T00:00:00Z`) + days * day).toISOString()
  const to = at(5).slice(0, 10)
  await seedArchive({
    accountId,
    userId: ana.id,
    dateStart: at(0),
    dateEnd: at(4),
    rows: 400,
    title: 'SMS of before',
  })
  const form = reportForm(accountId, { from: start, to, split: 'day', reuse: 'kept' })
  const before = await world.db.report.count()
  const preview = await previewReport(ana, form)
  expect(preview).toMatchObject({
    askedMs: 6 * day,
    keptMs: 4 * day,
    keptRecords: 400,
    keptReports: 1,
    requests: { kept: 2, none: 6 },
  })
  expect(preview.parts).toHaveLength(1)
  expect(preview.parts[0]).toMatchObject({ reportTitle: 'SMS of before', dateEnd: at(4) })
  expect(await world.db.report.count()).toBe(before)

  const { id } = await createReport(ana, { ...form, seen: preview.seen })
  expect(await world.db.reportRequest.count({ where: { reportId: id } })).toBe(2)
})

test('names what is wrong, and tells nothing to who may not ask', async () => {
  const unknown = reportForm(world.accountId, {
    accounts: [{ accountId: randomUUID(), targets: ['abcd1234'] }],
  })
  await expect(previewReport(world.ana, unknown)).rejects.toMatchObject({
    code: 'invalid',
    fieldErrors: { accounts: [expect.stringMatching(/not there any more/)] },
  })
  const viewer = { ...world.ana, role: 'viewer' as const }
  await expect(previewReport(viewer, reportForm(world.accountId))).rejects.toMatchObject({
    code: 'forbidden',
  })
})
