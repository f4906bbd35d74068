import { existsSync } from 'node:fs'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { getRetention } from '@/lib/data/storage/get-retention'
import { listAccountStorage } from '@/lib/data/storage/list-account-storage'
import { listHeld, listNextToGo } from '@/lib/data/storage/list-stored-reports'
import { actOnSelection } from './act-on-selection'
import { deleteArchives } from './delete-archives'
import { expireArchives } from './expire-archives'
import { holdReport } from './hold-report'
import { previewSelection } from './preview-selection'
import { setRetention } from './set-retention'
import { addReport, addRequest, findFile } from './test-files'
import { createWorld, type World } from './test-world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())
beforeEach(() => world.db.archive.updateMany({ data: { deletedAt: new Date() } }))

const csv = '"id","date_received"\n"1","2026-06-01T00:00:00Z"\n'
const day = 24 * 3600_000
const daysAgo = (days: number) => new Date(Date.now() - days * day)

const keepFor = (keepDays: string) =>
  setRetention(world.ana, { accountId: world.accountId, keepDays })

async function addArchived(days: number, title?: string) {
  const reportId = await addReport(world, title)
  const requestId = await addRequest(world, { reportId }, csv)
  await world.db.archive.update({ where: { requestId }, data: { createdAt: daysAgo(days) } })
  return { reportId, requestId, path: await findFile(world, requestId) }
}

/** A report of so many days ago that takes records from the file of another. */
async function addDependant(sourceId: string, days: number) {
  const reportId = await addReport(world, 'Needs it')
  await world.db.report.update({ where: { id: reportId }, data: { createdAt: daysAgo(days) } })
  const range = { dateStart: new Date('2026-06-01'), dateEnd: new Date('2026-06-02') }
  await world.db.keptPart.create({ data: { reportId, sourceId, ...range, mayHaveChanged: false } })
  return reportId
}

describe('retention', () => {
  it('deletes what is older than the days of its account, and keeps what is known of it', async () => {
    await keepFor('30')
    const [old, young] = [await addArchived(31), await addArchived(29)]
    expect(await expireArchives(world.worker)).toBe(1)
    expect([existsSync(old.path), existsSync(young.path)]).toEqual([false, true])
    const archive = await world.db.archive.findUniqueOrThrow({
      where: { requestId: old.requestId },
    })
    expect(archive).toMatchObject({ rows: 1n, deletedBy: 'the account’s retention' })
    expect(archive.sha256).toMatch(/^[0-9a-f]{64}$/)
    const told = { reportId: old.reportId, kind: 'archive-deleted' }
    expect(await world.db.event.count({ where: told })).toBe(1)
    const audit = { subjectId: old.reportId, kind: 'file.deleted', actorKind: 'worker' as const }
    expect(await world.db.auditEntry.count({ where: audit })).toBe(1)
    expect(await expireArchives(world.worker)).toBe(0)
  })

  it('keeps everything for ever where no days are said', async () => {
    await keepFor('')
    const { path, reportId } = await addArchived(4000)
    expect(await expireArchives(world.worker)).toBe(0)
    expect(existsSync(path)).toBe(true)
    expect(await getRetention(reportId)).toEqual({ heldBy: null, goesAt: null })
  })

  it('leaves a report on hold alone, whoever wants to delete it, until it is released', async () => {
    await keepFor('1')
    const { path, reportId } = await addArchived(9, 'Held')
    await holdReport(world.ana, { reportId, hold: true })
    await holdReport(world.ana, { reportId, hold: true })
    expect(await world.db.event.count({ where: { reportId, kind: 'held' } })).toBe(1)
    expect(await expireArchives(world.worker)).toBe(0)
    await expect(deleteArchives(world.ana, { reportId })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Ana put this report on hold'),
    })
    expect(existsSync(path)).toBe(true)
    expect(await listHeld(world.ana, 9)).toMatchObject([{ reportId, title: 'Held', heldBy: 'Ana' }])
    expect(await getRetention(reportId)).toEqual({ heldBy: 'Ana', goesAt: null })
    await holdReport(world.ana, { reportId, hold: false })
    expect(await listHeld(world.ana, 9)).toEqual([])
    expect(await expireArchives(world.worker)).toBe(1)
    expect(existsSync(path)).toBe(false)
  })

  it('keeps what another report takes records from as long as that one is kept itself', async () => {
    await keepFor('30')
    const [young, old, held] = [await addArchived(90), await addArchived(91), await addArchived(92)]
    await addDependant(young.requestId, 5)
    await addDependant(old.requestId, 31)
    const holder = await addDependant(held.requestId, 31)
    await holdReport(world.ana, { reportId: holder, hold: true })
    expect(await expireArchives(world.worker)).toBe(1)
    expect([young, old, held].map(({ path }) => existsSync(path))).toEqual([true, false, true])
  })

  it('keeps what a report on hold takes records from, also when both are to be deleted', async () => {
    const source = await addArchived(1)
    const holder = await addDependant(source.requestId, 1)
    await holdReport(world.ana, { reportId: holder, hold: true })
    const both = [source.reportId, holder]
    const { reports } = await previewSelection(world.ana, both)
    expect(reports[0]?.delete).toMatchObject({ count: 0, needed: 1 })
    const outcomes = await actOnSelection(world.ana, 'delete', both)
    expect(outcomes[0]).toMatchObject({ done: 0, refused: [{ count: 1 }] })
    expect(existsSync(source.path)).toBe(true)
    await holdReport(world.ana, { reportId: holder, hold: false })
    await actOnSelection(world.ana, 'delete', both)
    expect(existsSync(source.path)).toBe(false)
  })

  it('tells what goes when, the next first, and what is kept of whom', async () => {
    await keepFor('30')
    const [later, sooner] = [await addArchived(3, 'Later'), await addArchived(20, 'Sooner')]
    const next = await listNextToGo(world.ana, 9)
    expect(next.map(({ title }) => title)).toEqual(['Sooner', 'Later'])
    const { goesAt } = await getRetention(sooner.reportId)
    expect(Date.parse(goesAt ?? '') - Date.now()).toBeGreaterThan(9.9 * day)
    expect(Date.parse(goesAt ?? '') - Date.now()).toBeLessThan(10.1 * day)
    expect(next[0]?.goesAt).toBe(goesAt)
    const [account] = await listAccountStorage(world.ana)
    expect(account).toMatchObject({ files: 2, rows: 2, keepDays: 30 })
    await deleteArchives(world.ana, { reportId: later.reportId })
    const [after] = await listAccountStorage(world.ana)
    expect(after).toMatchObject({ files: 1, deletedFiles: (account?.deletedFiles ?? 0) + 1 })
  })
})
