import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { buildZip } from '@/lib/archive/test-zip'
import { createWorld, vonageReport, type World } from '@/lib/services/test-world'
import { sealSecret } from '@/lib/vault/seal'
import { buildWorker, type TestWorker } from './test-workers'

let world: World
let program: Awaited<ReturnType<typeof buildWorker>>
let workers: TestWorker[] = []
/** When each call to Vonage came, in milliseconds. */
let times: number[] = []

beforeAll(async () => {
  program = await buildWorker()
})
afterAll(() => program.remove())

beforeEach(async () => {
  world = await createWorld()
  workers = []
  times = []
  return async () => {
    for (const worker of workers) worker.kill('SIGKILL')
    await Promise.all(workers.map(({ exited }) => exited))
    await world.end()
  }
})

async function startWorkers(count: number): Promise<void> {
  workers.push(...(await Promise.all(Array.from({ length: count }, program.start))))
}

const patiently = { timeout: 20_000, interval: 50 }
const makesReports = (response: ServerResponse) =>
  response.end(JSON.stringify(vonageReport(world.url, { request_id: `made-${times.length}` })))

test('a dead worker’s requests move to another when its lease is over, which is soon', async () => {
  const id = await world.inState('running', { requestId: 'known-1' })
  world.setAnswer(() => undefined)
  await startWorkers(1)
  await vi.waitFor(() => expect(world.calls).toHaveLength(1), patiently)
  const { leaseUntil } = await world.row(id)
  expect((leaseUntil?.getTime() ?? 0) - Date.now()).toBeLessThanOrEqual(20_000)
  workers[0]?.kill('SIGKILL')

  world.setJson(200, vonageReport(world.url, { request_id: 'known-1', request_status: 'FAILED' }))
  await startWorkers(1)
  await world.moveClock(20_000)
  await vi.waitFor(async () => expect((await world.row(id)).state).toBe('failed'), {
    ...patiently,
    timeout: 9_000,
  })
})

test('a worker that is asked to end waits for the answer to a create, and begins nothing more', async () => {
  const id = await world.newRequest()
  const held = Promise.withResolvers<ServerResponse>()
  world.setAnswer((_call, response) => held.resolve(response))
  await startWorkers(1)
  const response = await held.promise
  workers[0]?.kill('SIGTERM')
  await vi.waitFor(() => expect(workers[0]?.lines.join()).toContain('stopping'), patiently)
  const later = await world.newRequest()
  await vi.waitFor(() => expect(workers[0]?.lines.join()).toContain('is dropped'), patiently)
  makesReports(response)
  expect(await workers[0]?.exited).toBe(0)
  expect(await world.row(id)).toMatchObject({ state: 'running', requestId: 'made-0' })
  expect((await world.row(later)).state).toBe('queued')
  expect(await world.db.workerHeartbeat.count()).toBe(0)
})

test('the rate limit of a key holds over all workers, and nothing rests while it allows more', async () => {
  for (let count = 0; count < 20; count++) await world.newRequest()
  world.setAnswer((_call, response) => {
    times.push(performance.now())
    makesReports(response)
  })
  await startWorkers(2)
  await vi.waitFor(() => expect(times.length).toBeGreaterThanOrEqual(20), patiently)
  // The first calls of a process leave late, while it still loads its code.
  const warm = times.slice(4)
  const inOneSecond = warm.map((from) => warm.filter((at) => at >= from && at < from + 1000))
  expect(Math.max(...inOneSecond.map((list) => list.length))).toBeLessThanOrEqual(6)
  // 20 at 210 ms each, and what a busy machine adds; workers that rested after each would take longer.
  expect((times[19] ?? 0) - (times[0] ?? 0)).toBeLessThan(10_000)
})

test('downloads that hang, of three accounts, keep no other account’s file waiting', async () => {
  for (const apiKey of ['hangs001', 'hangs002', 'hangs003']) {
    const { id: accountId } = await addAccount(apiKey)
    for (let count = 0; count < 4; count++)
      await world.inState('archiving', { accountId, downloadUrl: `${world.url}/v3/media/hangs` })
  }
  // They were woken when they were asked for, as requests of one account: let the sweep wake them as what they are.
  await world.db.$executeRaw`DELETE FROM pgboss.job`
  world.setAnswer(({ path }, response) => {
    if (path.endsWith('/whole')) response.end(buildZip('"id"\n"1"\n'))
  })
  const id = await world.inState('archiving', {
    downloadUrl: `${world.url}/v3/media/whole`,
    dueAt: new Date(Date.now() + 3600_000),
  })
  await startWorkers(1)
  await vi.waitFor(() => expect(world.calls).toHaveLength(9), patiently)
  await world.makeDue(id)
  await vi.waitFor(async () => expect((await world.row(id)).state).toBe('ready'), patiently)
})

async function addAccount(apiKey: string) {
  const id = randomUUID()
  const key = Buffer.from(process.env.VAULT_KEY ?? '', 'base64')
  return world.db.account.create({
    data: {
      id,
      label: apiKey,
      environment: 'live',
      apiKey,
      secretTail: '',
      secret: { create: { sealed: sealSecret('An0therS3cret', { key, context: id }) } },
    },
  })
}
