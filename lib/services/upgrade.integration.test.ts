import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { receiveArchive } from '@/lib/archive/receive-archive'
import { buildZip } from '@/lib/archive/test-zip'
import { getReport } from '@/lib/data/reports/get-report'
import { claimRequest } from '@/lib/data/requests/lease'
import { closeDb } from '@/lib/db/client'
import { migrate, migrationsFolder } from '@/lib/db/migrate'
import { createTestDatabase, type TestDatabase } from '@/lib/db/test-database'
import type { UserActor } from '@/lib/schemas/actor'
import { getArchiveStore } from './archive-store'
import { openReportDownload } from './open-report-download'

const zip = buildZip('"id"\n"1"\n"2"\n')
const [userId, accountId, reportId] = [randomUUID(), randomUUID(), randomUUID()]
const [readyId, runningId] = [randomUUID(), randomUUID()]
const ana: UserActor = { kind: 'user', id: userId, name: 'Ana', role: 'admin' }
let database: TestDatabase
let dataDir: string

/** A data folder as the first version left it, then brought to this one. */
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'upgrade-'))
  Object.assign(process.env, {
    DATA_DIR: dataDir,
    VAULT_KEY: randomBytes(32).toString('base64'),
    AUTH_SECRET: randomBytes(32).toString('base64'),
  })
  database = await createTestDatabase('empty')
  const first = new Set(['20261124050000_main_job'])
  expect(await migrate(database.url, migrationsFolder(), first)).toHaveLength(1)
  const storeKey = `2026/11/${readyId}-0a1b2c3d.zip`
  const file = await receiveArchive({
    source: Readable.from([zip]),
    store: getArchiveStore(),
    key: storeKey,
  })
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const insert = (sql: string, values: unknown[]) => client.query(`INSERT INTO ${sql}`, values)
  await insert(
    `"User" ("id", "email", "name", "role", "updatedAt") VALUES ($1, 'ana@example.com', 'Ana', 'admin', now())`,
    [userId],
  )
  await insert(
    `"Account" ("id", "label", "environment", "apiKey", "secretTail", "updatedAt")
     VALUES ($1, 'Main', 'live', 'abcd1234', '', now())`,
    [accountId],
  )
  await insert(
    `"Report" ("id", "formId", "createdById", "title", "timeZone", "parameters", "updatedAt")
     VALUES ($1, $2, $3, 'SMS outbound', 'UTC', '{}', now())`,
    [reportId, randomUUID(), userId],
  )
  for (const [id, state] of [
    [readyId, 'ready'],
    [runningId, 'running'],
  ])
    await insert(
      `"ReportRequest" ("id", "reportId", "accountId", "product", "direction", "targetAccountId", "dateStart", "dateEnd",
         "filters", "state", "requestStatus", "requestId", "dueAt", "endedAt", "updatedAt")
       VALUES ($1, $2, $3, 'SMS', 'outbound', 'abcd1234', '2026-06-01', '2026-06-02', '{}', $4, 'SUCCESS', $5, $6, $7, now())`,
      [
        ...[id, reportId, accountId, state, `vonage-${state}`],
        ...(state === 'running' ? [new Date(), null] : [null, new Date()]),
      ],
    )
  await insert(
    `"Archive" ("requestId", "storeKey", "bytes", "sha256", "rows", "csvBytes", "entryName", "columns", "updatedAt")
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
    [
      ...[readyId, storeKey, file.bytes, file.sha256, file.rows, file.csvBytes],
      ...[file.entryName, file.columns],
    ],
  )
  await client.end()
  await migrate(database.url)
})
afterAll(async () => {
  await closeDb()
  await database.drop()
  await rm(dataDir, { recursive: true, force: true })
})

it('shows the reports of the first version, with their files, rows and states', async () => {
  expect(await getReport(ana, reportId)).toMatchObject({
    title: 'SMS outbound',
    requestCount: 2,
    stateCounts: { ready: 1, running: 1 },
    rows: 2,
    bytes: zip.length,
  })
})

it('gives their files out bit for bit', async () => {
  const { body } = await openReportDownload(
    ana,
    reportId,
    { format: 'zip', product: null, request: readyId },
    { range: null, ifRange: null, ifNoneMatch: null, headersOnly: false },
  )
  expect(body && (await buffer(body))).toEqual(zip)
})

it('goes on with what was running', async () => {
  expect(await claimRequest(runningId)).toMatchObject({ requestId: 'vonage-running' })
})
