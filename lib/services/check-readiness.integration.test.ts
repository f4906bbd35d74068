import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { createTestDatabase, type TestDatabase } from '@/lib/db/test-database'

let database: TestDatabase
let folder: string

beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ready-'))
  vi.stubEnv('DATA_DIR', folder)
  vi.resetModules()
  vi.spyOn(process, 'uptime').mockReturnValue(3_600)
})
afterEach(async () => {
  const { closeDb } = await import('@/lib/db/client')
  await closeDb()
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})
afterAll(() => database.drop())

async function look() {
  const { checkReadiness } = await import('./check-readiness')
  return checkReadiness()
}

async function beatAgo(seconds: number) {
  const { getDb } = await import('@/lib/db/client')
  await getDb().workerHeartbeat.deleteMany()
  await getDb().$executeRaw`
    INSERT INTO "WorkerHeartbeat" ("id", "beatAt", "updatedAt")
    VALUES (gen_random_uuid(), now() - make_interval(secs => ${seconds}::float8), now())`
}

it('is ready when all three are well', async () => {
  await beatAgo(50)
  expect(await look()).toEqual({ ready: true, database: 'ok', archives: 'ok', worker: 'ok' })
})

it('names a worker that has gone silent, unless there is to be none', async () => {
  await beatAgo(70)
  expect(await look()).toMatchObject({ ready: false, worker: expect.stringMatching(/^last heard/) })
  vi.stubEnv('WORKER', 'off')
  vi.resetModules()
  expect(await look()).toMatchObject({ ready: true, worker: 'off' })
})

it('gives a worker a minute to start beside it', async () => {
  vi.mocked(process.uptime).mockReturnValue(59)
  const { getDb } = await import('@/lib/db/client')
  await getDb().workerHeartbeat.deleteMany()
  expect(await look()).toMatchObject({ ready: true, worker: 'ok' })
  vi.mocked(process.uptime).mockReturnValue(61)
  expect(await look()).toMatchObject({ ready: false, worker: 'has not started' })
})

it('names an archive store that can not be written', async () => {
  await beatAgo(1)
  await writeFile(join(folder, 'archives'), 'a file where the folder should be')
  expect(await look()).toMatchObject({ ready: false, archives: 'can not be written', worker: 'ok' })
})

it('names a database that does not answer, and tells nothing of it', async () => {
  vi.stubEnv('DATABASE_URL', 'postgresql://someone:hidden@127.0.0.1:1/nowhere')
  const said = await look()
  expect(said).toMatchObject({ ready: false, database: expect.stringMatching(/^does not answer/) })
  expect(JSON.stringify(said)).not.toMatch(/hidden|someone|nowhere/)
})
