import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { transact } from '@/lib/db/client'
import { getBoss, type WakeUp } from '@/lib/queue/boss'
import { createWorld, vonageReport, type World, withFile } from './test-world'
import { wakeDue } from './wake-due'

const hour = 3600_000
let world: World

beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  await world.db.report.deleteMany()
  await world.db.$executeRaw`DELETE FROM pgboss.job`
})

/** A file that Vonage keeps for so many hours more, due since a while. */
const waiting = (hours: number) =>
  world.inState('archiving', {
    requestId: `r-${hours}`,
    fileDeadline: new Date(Date.now() + hours * hour),
    dueAt: new Date(Date.now() - 60_000 - hours * 1000),
  })

/** The files in the order in which workers take them. */
async function takeAll(): Promise<string[]> {
  const boss = await getBoss()
  const taken: string[] = []
  for (;;) {
    const [job] = await boss.fetch<WakeUp>('archive')
    if (!job) return taken
    taken.push(job.data.requestId)
  }
}

const wakeAll = async () => {
  await world.db.$executeRaw`DELETE FROM pgboss.job`
  await transact((tx) => wakeDue(tx, null))
}

it('fetches those files first that Vonage keeps for the shortest time, whichever was due first', async () => {
  const ids = [await waiting(60), await waiting(3), await waiting(30), await waiting(-1)]
  await wakeAll()
  expect(await takeAll()).toEqual([ids[3], ids[1], ids[2], ids[0]])
})

it('a file that was just finished, or failed, waits behind more urgent ones', async () => {
  const urgent = await waiting(5)
  const fresh = await world.inState('running', { requestId: 'fresh', dueAt: new Date() })
  world.setJson(200, vonageReport(world.url, { request_status: 'SUCCESS', ...withFile(world.url) }))
  await world.db.$executeRaw`DELETE FROM pgboss.job`
  expect((await world.step(fresh)).state).toBe('archiving')
  await transact((tx) => wakeDue(tx, null))
  expect(await takeAll()).toEqual([urgent, fresh])
})

it('no number of requests that wait to be sent keeps a file from being woken', async () => {
  const file = await waiting(60)
  for (let count = 0; count < 101; count++) await world.newRequest()
  await wakeAll()
  expect(await takeAll()).toEqual([file])
})
