import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { actOnSelection } from './act-on-selection'
import { previewSelection } from './preview-selection'
import { retryRequest } from './retry-request'
import { addReport, addRequest } from './test-files'
import { seedUsage } from './test-usage'
import { createWorld, type World } from './test-world'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())

const csv = '"id","date_received"\n"1","2026-06-01T00:00:00Z"\n'
let running: string
let ended: string
let whole: string
beforeEach(async () => {
  running = await addReport(world, 'Runs')
  await addRequest(world, { reportId: running, state: 'queued' })
  await addRequest(world, { reportId: running, state: 'running' })
  await addRequest(world, { reportId: running }, csv)
  ended = await addReport(world, 'Ended')
  await addRequest(world, { reportId: ended, state: 'failed' })
  await addRequest(world, { reportId: ended, state: 'rejected' })
  whole = await addReport(world, 'Whole')
  await addRequest(world, { reportId: whole, fileDeadline: new Date(Date.now() + 3600_000) }, csv)
})

const states = async (reportId: string) => {
  const requests = await world.db.reportRequest.findMany({
    where: { reportId },
    orderBy: { id: 'asc' },
  })
  return requests.map(({ state }) => state)
}

describe('previewSelection', () => {
  it('tells for each report what a deed would reach, and what it would mean', async () => {
    const { reports, retryCost } = await previewSelection(world.ana, [running, ended, whole])
    expect(reports.map(({ title }) => title)).toEqual(['Runs', 'Ended', 'Whole'])
    expect(reports[0]).toMatchObject({
      cancel: { requests: 2, unsent: 1, unconfirmed: 0 },
      files: { count: 1, missing: 2, rows: 1, products: ['SMS'] },
      delete: { count: 1, atVonage: 0, vonageUntil: null },
    })
    expect(reports[1]).toMatchObject({
      cancel: { requests: 0 },
      retry: { requests: 1, rejected: 1 },
      files: { count: 0, missing: 2 },
    })
    expect(reports[2]?.delete).toMatchObject({ count: 1, rows: 1, atVonage: 1 })
    expect(retryCost).toMatchObject({ withoutPrice: 1 })
  })

  it('names the reports that need a file, unless they are chosen too', async () => {
    const source = await world.db.reportRequest.findFirstOrThrow({ where: { reportId: whole } })
    const needing = await addReport(world, 'Needs it')
    const range = { dateStart: source.dateStart, dateEnd: source.dateEnd, mayHaveChanged: false }
    await world.db.keptPart.create({ data: { reportId: needing, sourceId: source.id, ...range } })
    const alone = await previewSelection(world.ana, [whole])
    expect(alone.reports[0]?.delete).toMatchObject({ count: 0, needed: 1, neededBy: ['Needs it'] })
    const both = await previewSelection(world.ana, [whole, needing])
    expect(both.reports[0]?.delete).toMatchObject({ count: 1, needed: 0 })
    expect(both.reports[1]?.files).toMatchObject({ count: 1, missing: 0, products: ['SMS'] })
  })

  it('counts the own file of a request that another one replaced once, where its records are kept', async () => {
    const source = await world.db.reportRequest.findFirstOrThrow({ where: { reportId: whole } })
    await world.db.reportRequest.update({
      where: { id: source.id },
      data: { replacedById: source.id },
    })
    const range = { dateStart: source.dateStart, dateEnd: source.dateEnd, mayHaveChanged: false }
    await world.db.keptPart.create({ data: { reportId: whole, sourceId: source.id, ...range } })
    const { reports } = await previewSelection(world.ana, [whole])
    expect(reports[0]).toMatchObject({
      cancel: { requests: 0 },
      files: { count: 1, missing: 0, rows: 1 },
      delete: { count: 1, needed: 0 },
    })
    expect(await actOnSelection(world.ana, 'delete', [whole])).toMatchObject([{ done: 1 }])
  })

  it('knows no report that is not there', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000'
    await expect(previewSelection(world.ana, [unknown])).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('actOnSelection', () => {
  it('cancels what can be cancelled, in each report, and leaves the rest', async () => {
    const outcomes = await actOnSelection(world.ana, 'cancel', [running, ended])
    expect(outcomes).toMatchObject([
      { id: running, title: 'Runs', done: 2, refused: [] },
      { id: ended, done: 0, refused: [] },
    ])
    expect(await states(running)).toEqual(['cancelled', 'running', 'ready'])
    const [, asked] = await world.db.reportRequest.findMany({
      where: { reportId: running },
      orderBy: { id: 'asc' },
    })
    expect(asked?.cancelRequestedAt).not.toBeNull()
  })

  it('retries what failed, once however often it is asked for, and no rejected one', async () => {
    const before = await world.db.reportRequest.count()
    const [first] = await actOnSelection(world.ana, 'retry', [ended])
    expect(first).toMatchObject({ done: 1, refused: [] })
    expect(await world.db.reportRequest.count()).toBe(before + 1)
    await actOnSelection(world.ana, 'retry', [ended])
    expect(await world.db.reportRequest.count()).toBe(before + 1)
  })

  it('is held by a hard stop, which an admin may pass, alone and with others', async () => {
    const { accountId } = world
    await world.db.budget.create({ data: { accountId, currency: 'EUR', stopAt: '1' } })
    const receivedAt = new Date().toISOString()
    await seedUsage({ accountId, itemsWritten: 1000, totalPrice: '1', receivedAt })
    const admin = { ...world.ana, role: 'admin' as const }
    const analyst = { ...world.ana, role: 'analyst' as const }
    const preview = await previewSelection(admin, [ended])
    expect(preview).toMatchObject({ budgets: [{ verdict: 'stop' }], mayPassBudget: true })
    expect(await previewSelection(analyst, [ended])).toMatchObject({ mayPassBudget: false })
    const before = await world.db.reportRequest.count()

    for (const [actor, passBudget] of [
      [admin, false],
      [analyst, false],
      [analyst, true],
    ] as const)
      expect(await actOnSelection(actor, 'retry', [ended], { passBudget })).toMatchObject([
        { done: 0, refused: [{ why: expect.stringContaining('hard stop'), count: 1 }] },
      ])
    const failed = { reportId: ended, state: 'failed' as const }
    const { id: requestId } = await world.db.reportRequest.findFirstOrThrow({ where: failed })
    await expect(retryRequest(admin, { requestId })).rejects.toMatchObject({
      code: 'conflict',
      fieldErrors: { passBudget: expect.anything() },
    })
    expect(await world.db.reportRequest.count()).toBe(before)

    await retryRequest(admin, { requestId, passBudget: true })
    await addRequest(world, failed)
    const passed = await actOnSelection(admin, 'retry', [ended], { passBudget: true })
    expect(passed).toMatchObject([{ done: 1, refused: [] }])
    expect(await world.db.auditEntry.count({ where: { kind: 'budget.passed' } })).toBe(2)
    await world.db.budget.delete({ where: { accountId } })
  })

  it('deletes files, and tells of those that are needed', async () => {
    const source = await world.db.reportRequest.findFirstOrThrow({ where: { reportId: whole } })
    const needing = await addReport(world, 'Needs it')
    const range = { dateStart: source.dateStart, dateEnd: source.dateEnd, mayHaveChanged: false }
    await world.db.keptPart.create({ data: { reportId: needing, sourceId: source.id, ...range } })
    const outcomes = await actOnSelection(world.ana, 'delete', [running, ended, whole])
    expect(outcomes).toMatchObject([
      { done: 1, refused: [] },
      { done: 0, refused: [] },
      { done: 0, refused: [{ why: 'Still needed by “Needs it”.', count: 1 }] },
    ])
  })

  it('tells why one was refused, and does the others', async () => {
    const other = await addReport(world)
    await addRequest(world, { reportId: other, state: 'queued' })
    const acting = await world.db.$transaction(async (tx) => {
      await tx.reportRequest.updateMany({
        where: { reportId: running, state: 'running' },
        data: { state: 'archiving' },
      })
      // It sees the request as it was, and waits for this transaction to end.
      const outcomes = actOnSelection(world.ana, 'cancel', [running, other])
      await expect.poll(() => states(other)).toEqual(['cancelled'])
      return { outcomes }
    })
    expect(await acting.outcomes).toMatchObject([
      { done: 1, refused: [{ why: expect.stringContaining('archiving now'), count: 1 }] },
      { done: 1, refused: [] },
    ])
  })

  it.each([
    ['viewer', 'cancel'],
    ['viewer', 'retry'],
    ['viewer', 'delete'],
    ['analyst', 'delete'],
  ] as const)('is refused to a person who is %s: %s', async (role, deed) => {
    const before = [await states(running), await states(ended)]
    await expect(
      actOnSelection({ ...world.ana, role }, deed, [running, ended]),
    ).rejects.toMatchObject({ code: 'forbidden' })
    expect([await states(running), await states(ended)]).toEqual(before)
  })
})
