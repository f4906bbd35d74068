import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deleteArchives } from './delete-archives'
import { openBundle } from './open-bundle'
import { openReportDownload } from './open-report-download'
import { sweepArchives } from './sweep-archives'
import { addReport, addRequest, findFile } from './test-files'
import { createWorld, type World } from './test-world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())

const csv = '"id","date_received"\n"1","2026-06-01T00:00:00Z"\n'
const asked = { range: null, ifRange: null, ifNoneMatch: null, headersOnly: false }

async function addTwo() {
  const reportId = await addReport(world)
  const first = await addRequest(world, { reportId }, csv)
  const second = await addRequest(world, { reportId, direction: 'inbound' }, csv)
  return { reportId, first, second }
}

async function keep(sourceId: string) {
  const reportId = await addReport(world, 'Needs it')
  await world.db.keptPart.create({
    data: {
      reportId,
      sourceId,
      dateStart: new Date('2026-06-01T00:00:00Z'),
      dateEnd: new Date('2026-06-02T00:00:00Z'),
      mayHaveChanged: false,
    },
  })
  return reportId
}

describe('deleteArchives', () => {
  it('removes the files, keeps what is known of them, and tells who did it', async () => {
    const { reportId, first, second } = await addTwo()
    const paths = [await findFile(world, first), await findFile(world, second)]
    const before = await world.db.report.findUniqueOrThrow({ where: { id: reportId } })
    const deleted = await deleteArchives(world.ana, { reportId })
    expect(deleted).toMatchObject({ files: 2, needed: { files: 0, by: [] } })
    expect(paths.map((path) => existsSync(path))).toEqual([false, false])
    const archive = await world.db.archive.findUniqueOrThrow({ where: { requestId: first } })
    expect(archive).toMatchObject({ rows: 1n, deletedBy: 'Ana', deletedAt: expect.any(Date) })
    expect(archive.sha256).toMatch(/^[0-9a-f]{64}$/)
    const after = await world.db.report.findUniqueOrThrow({ where: { id: reportId } })
    expect(after.bytes).toBe(0n)
    expect(after.rows).toBe(before.rows)
    expect(after.version).toBeGreaterThan(before.version)
    const event = await world.db.event.findFirstOrThrow({
      where: { reportId, kind: 'archive-deleted' },
    })
    expect(event).toMatchObject({ actorName: 'Ana', data: { files: 2, rows: 2 } })
    const audit = await world.db.auditEntry.findFirstOrThrow({ where: { subjectId: reportId } })
    expect(audit).toMatchObject({ kind: 'file.deleted', actorName: 'Ana' })
  })

  it('is told to whoever wants the file afterwards', async () => {
    const reportId = await addReport(world)
    await addRequest(world, { reportId }, csv)
    await deleteArchives(world.ana, { reportId })
    const wanted = { format: 'zip' as const, product: null, request: null }
    await expect(openReportDownload(world.ana, reportId, wanted, asked)).rejects.toMatchObject({
      code: 'gone',
      message: expect.stringContaining('deleted by Ana'),
    })
    await expect(openBundle(world.ana, [reportId], false)).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(deleteArchives(world.ana, { reportId })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('deletes the file of one request, and the others stay', async () => {
    const { reportId, first, second } = await addTwo()
    const [gone, stays] = [await findFile(world, first), await findFile(world, second)]
    await deleteArchives(world.ana, { reportId, requestId: first })
    expect([existsSync(gone), existsSync(stays)]).toEqual([false, true])
  })

  it('leaves what another report takes records from, unless that one is deleted with it', async () => {
    const { reportId, first, second } = await addTwo()
    const needing = await keep(first)
    const [needed, other] = [await findFile(world, first), await findFile(world, second)]
    const deleted = await deleteArchives(world.ana, { reportId })
    expect(deleted).toMatchObject({ files: 1, needed: { files: 1, by: ['Needs it'] } })
    expect([existsSync(needed), existsSync(other)]).toEqual([true, false])
    const again = await deleteArchives(world.ana, { reportId })
    expect(again).toMatchObject({ files: 0, needed: { files: 1 } })
    const both = await deleteArchives(world.ana, { reportId }, new Set([needing]))
    expect(both).toMatchObject({ files: 1, needed: { files: 0 } })
    expect(existsSync(needed)).toBe(false)
  })

  it.each(['viewer', 'analyst'] as const)('is refused to a person who is %s', async (role) => {
    const { reportId, first } = await addTwo()
    await expect(deleteArchives({ ...world.ana, role }, { reportId })).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect(existsSync(await findFile(world, first))).toBe(true)
  })
})

describe('sweepArchives', () => {
  const longAgo = new Date(Date.now() - 25 * 3600_000)
  const age = (path: string) => utimes(path, longAgo, longAgo)

  it('removes what a deletion could not', async () => {
    const { reportId, first, second } = await addTwo()
    const paths = [await findFile(world, first), await findFile(world, second)]
    const [copy = ''] = paths.map((path) => `${path}.copy`)
    await copyFile(paths[0] ?? '', copy)
    await deleteArchives(world.ana, { reportId })
    await copyFile(copy, paths[0] ?? '')
    await sweepArchives()
    expect(paths.map((path) => existsSync(path))).toEqual([false, false])
  })

  it('removes an old file of an attempt that lost, and no other that no row names', async () => {
    const { first, second } = await addTwo()
    const archived = await findFile(world, first)
    const beside = (requestId: string) =>
      join(dirname(archived), `${requestId}-${randomUUID().slice(0, 8)}.zip`)
    const unfinished = await addRequest(world, { reportId: await addReport(world) })
    const lost = beside(first)
    const files = {
      lost,
      young: beside(second),
      ofUnfinished: beside(unfinished),
      ofUnknown: beside(randomUUID()),
      foreign: join(dirname(archived), 'notes.txt'),
      archived,
    }
    for (const path of Object.values(files)) if (path !== archived) await writeFile(path, 'x')
    for (const path of Object.values(files)) if (path !== files.young) await age(path)
    expect(await sweepArchives()).toBe(1)
    const left = Object.entries(files).filter(([, path]) => existsSync(path))
    expect(left.map(([name]) => name)).toEqual([
      'young',
      'ofUnfinished',
      'ofUnknown',
      'foreign',
      'archived',
    ])
  })
})
