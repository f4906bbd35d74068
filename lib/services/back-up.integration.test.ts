import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDiskStore } from '@/lib/archive/disk-store'
import type { ArchiveStore } from '@/lib/archive/store'
import { closeDb, getDb } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/test-database'
import { getArchiveStore } from './archive-store'
import { backUp } from './back-up'
import { deleteArchives } from './delete-archives'
import { openReportDownload } from './open-report-download'
import { restoreBackup } from './restore-backup'
import { addReport, addRequest, findFile } from './test-files'
import { createWorld, type World } from './test-world'
import { verifyArchives } from './verify-archives'

let world: World
let folder: string
let source: string
let target: TestDatabase | undefined
const reports: string[] = []
const csvOf = (text: string) => `"id","text"\n"1","${text}"\n`

beforeAll(async () => {
  world = await createWorld()
  source = process.env.DATABASE_URL ?? ''
  folder = await mkdtemp(join(tmpdir(), 'backup-'))
  for (const text of ['one', 'zwei – „drei“', 'line\nbreak \\ ""quoted""']) {
    const reportId = await addReport(world, `Report ${text}`)
    await addRequest(world, { reportId }, csvOf(text))
    reports.push(reportId)
  }
  // Numbers and values that a careless dump would change.
  await world.db
    .$executeRaw`UPDATE "Report" SET "rows" = 9007199254740993 WHERE "id" = ${reports[0]}::uuid`
  await world.db.budget.create({
    data: { accountId: world.accountId, currency: 'EUR', stopAt: '0.30000000000000000001' },
  })
})
afterAll(async () => {
  process.env.DATABASE_URL = source
  await world.end()
  await target?.drop()
  await rm(folder, { recursive: true, force: true })
})

/** What is in every table, but for those that a restored instance is told anew. */
async function digestAll(): Promise<Record<string, string>> {
  const db = getDb()
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
      AND table_name NOT IN ('_prisma_migrations', 'Dataset') ORDER BY 1`
  const digests = tables.map(async ({ name }) => {
    const [row] = await db.$queryRawUnsafe<{ all: string | null }[]>(
      `SELECT md5(string_agg(t::text, '|' ORDER BY t::text)) AS all FROM "${name}" t`,
    )
    return [name, row?.all ?? '']
  })
  return Object.fromEntries(await Promise.all(digests))
}

async function download(reportId: string): Promise<Buffer> {
  const asked = { range: null, ifRange: null, ifNoneMatch: null, headersOnly: false }
  const { body } = await openReportDownload(
    world.ana,
    reportId,
    { format: 'zip', product: null, request: null },
    asked,
  )
  return body ? buffer(body) : Buffer.alloc(0)
}

const restoreInto = async (
  database: TestDatabase,
  nothingSince = false,
  store = getArchiveStore(),
) => {
  await closeDb()
  process.env.DATABASE_URL = database.url
  return restoreBackup(database.url, store, folder, { nothingSince })
}

it('takes no offence at what is deleted while it copies', async () => {
  const reportId = await addReport(world, 'Deleted meanwhile')
  await addRequest(world, { reportId }, csvOf('gone'))
  const deleting = new Proxy(getArchiveStore(), {
    get:
      (store, name: keyof ArchiveStore) =>
      async (...given: unknown[]) => {
        await deleteArchives(world.ana, { reportId }).catch(() => undefined)
        return Reflect.apply(store[name], store, given)
      },
  })
  const other = await mkdtemp(join(tmpdir(), 'backup-'))
  expect(await backUp(source, deleting, other)).toMatchObject({ files: 4, copied: 3, faults: [] })
  await rm(other, { recursive: true })
  await world.db.report.delete({ where: { id: reportId } })
})

it('copies what is new, and says what is missing or damaged', async () => {
  const back = () => backUp(source, getArchiveStore(), folder)
  expect(await back()).toMatchObject({ files: 3, copied: 3, kept: 0, faults: [] })
  const reportId = await addReport(world, 'Later')
  const requestId = await addRequest(world, { reportId }, csvOf('later'))
  reports.push(reportId)
  expect(await back()).toMatchObject({ files: 4, copied: 1, kept: 3, faults: [] })

  const path = await findFile(world, requestId)
  const { storeKey } = await world.db.archive.findUniqueOrThrow({ where: { requestId } })
  await rm(join(folder, 'archives', storeKey))
  await writeFile(path, 'damaged')
  const { faults } = await back()
  expect(faults).toHaveLength(1)
  expect(faults[0]).toContain(storeKey)
  const found: string[] = []
  const store = createDiskStore(join(process.env.DATA_DIR ?? '', 'archives'))
  const verified = await verifyArchives(store, (fault) => found.push(fault))
  expect(verified).toMatchObject({ files: 4 })
  expect(found).toHaveLength(1)
  await world.db.report.delete({ where: { id: reports.pop() ?? '' } })
})

it('an empty machine has every row again, and every report is downloaded as it was', async () => {
  const unsent = await world.newRequest()
  const originals = await Promise.all(reports.map(download))
  await backUp(source, getArchiveStore(), folder)
  const before = await digestAll()
  await rm(join(process.env.DATA_DIR ?? '', 'archives'), { recursive: true })

  target = await createTestDatabase('empty')
  expect(await restoreInto(target, true)).toMatchObject({ files: 3, faults: [], doubtful: 0 })
  expect(await digestAll()).toEqual(before)
  expect(await Promise.all(reports.map(download))).toEqual(originals)
  expect((await getDb().reportRequest.findUniqueOrThrow({ where: { id: unsent } })).state).toBe(
    'queued',
  )
  // Triggers and keys are there again.
  await expect(
    getDb().reportRequest.update({ where: { id: unsent }, data: { accountId: randomUUID() } }),
  ).rejects.toThrow()
  await getDb().reportRequest.update({ where: { id: unsent }, data: { state: 'cancelled' } })
  const { reportId } = await getDb().reportRequest.findUniqueOrThrow({ where: { id: unsent } })
  expect((await getDb().report.findUniqueOrThrow({ where: { id: reportId } })).stateCounts).toEqual(
    { cancelled: 1 },
  )
})

it('what waited to be sent is not sent again blindly', async () => {
  const second = await createTestDatabase('empty')
  try {
    // Whoever breaks the restore off while files are copied, and starts the product, must not send it either.
    const waiting: number[] = []
    const looked = new Proxy(getArchiveStore(), {
      get:
        (store, name: keyof ArchiveStore) =>
        async (...given: unknown[]) => {
          waiting.push(await getDb().reportRequest.count({ where: { state: 'queued' } }))
          return Reflect.apply(store[name], store, given)
        },
    })
    expect(await restoreInto(second, false, looked)).toMatchObject({ doubtful: 1 })
    expect(waiting.length).toBeGreaterThan(0)
    expect(new Set(waiting)).toEqual(new Set([0]))
    const [row] = await getDb().reportRequest.findMany({ where: { state: 'unconfirmed' } })
    expect(row).toMatchObject({ follows: 0, requestId: null })
    expect(row?.submittedAt).not.toBeNull()
    await expect(restoreInto(second)).rejects.toThrow('not empty')
  } finally {
    await closeDb()
    await second.drop()
  }
})

it('a torn backup brings nothing back', async () => {
  const third = await createTestDatabase('empty')
  try {
    const [dump] = (await readdir(folder)).filter((name) => name.startsWith('database'))
    const whole = await readFile(join(folder, dump ?? ''))
    await writeFile(join(folder, dump ?? ''), whole.subarray(0, whole.length - 200))
    await expect(restoreInto(third)).rejects.toThrow()
    expect(
      await getDb()
        .report.count()
        .catch(() => 0),
    ).toBe(0)
    await writeFile(join(folder, dump ?? ''), whole)
    expect(await restoreInto(third)).toMatchObject({ files: 3 })
  } finally {
    await closeDb()
    await third.drop()
  }
})
