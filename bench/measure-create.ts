import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Db } from '@/lib/db/client'
import { stopBoss } from '@/lib/queue/boss'
import type { UserActor } from '@/lib/schemas/actor'
import type { CreateReportInput } from '@/lib/schemas/create-report'
import { createReport } from '@/lib/services/create-report'

const requests = 2000
const rounds = 15
const columns = {
  id: 'uuid',
  reportId: 'uuid',
  accountId: 'uuid',
  product: 'text',
  direction: 'text',
  targetAccountId: 'text',
  dateStart: 'timestamptz',
  dateEnd: 'timestamptz',
  includeSubaccounts: 'boolean',
  filters: 'jsonb',
  dueAt: 'timestamptz',
  createdAt: 'timestamptz',
  updatedAt: 'timestamptz',
}

type Measured = { oursMs: number; peerMs: number; ratio: number }

/**
 * A report of 2,000 requests by `createReport` (plan, search for what is paid for, budget, wake-ups, timeline, audit),
 * beside the bare inserts of the same rows: a report and 2,000 requests, one statement each, in one transaction of a bare
 * client on the same server, in turns. The same triggers fire for both.
 * @param accountId of an account with a key
 */
export async function measureCreate(
  db: Db,
  databaseUrl: string,
  accountId: string,
): Promise<Measured> {
  const user = await db.user.create({
    data: { email: 'bench@example.com', name: 'Bench', role: 'admin' },
  })
  const actor: UserActor = { kind: 'user', id: user.id, name: user.name, role: 'admin' }
  const peer = new pg.Client({ connectionString: databaseUrl })
  await peer.connect()
  const ours: number[] = []
  const theirs: number[] = []
  for (let round = 0; round <= rounds; round++) {
    const form = formOf(accountId, round)
    const start = performance.now()
    const { id } = await createReport(actor, form)
    const created = performance.now()
    const rows = await db.reportRequest.findMany({ where: { reportId: id } })
    if (rows.length !== requests) throw new Error(`${rows.length} requests were made.`)
    const text = toRows(rows)
    const inserted = performance.now()
    await insertBare(peer, user.id, text)
    const end = performance.now()
    // The first round connects, prepares and compiles.
    if (round === 0) continue
    ours.push(created - start)
    theirs.push(end - inserted)
  }
  await peer.end()
  await stopBoss(1000)
  const [oursMs, peerMs] = [median(ours), median(theirs)]
  return { oursMs, peerMs, ratio: oursMs / peerMs }
}

/** 10 sub-accounts, 200 days: other ones in each round, so that none is paid for. */
function formOf(accountId: string, round: number): CreateReportInput {
  const day = (daysAgo: number) =>
    new Date(Date.now() - daysAgo * 24 * 3600_000).toISOString().slice(0, 10)
  return {
    formId: randomUUID(),
    accounts: [
      {
        accountId,
        targets: Array.from({ length: 10 }, (_, index) => `b${1_000_000 + round * 10 + index}`),
      },
    ],
    products: ['SMS'],
    directions: ['outbound'],
    from: day(200),
    to: day(1),
    timeZone: 'UTC',
    split: 'day',
    includeSubaccounts: false,
    filters: { status: 'delivered' },
    reuse: 'kept',
    seen: null,
    passBudget: false,
  }
}

/** The rows as text, with ids of their own. */
function toRows(rows: Record<string, unknown>[]): string {
  const names = Object.keys(columns)
  return JSON.stringify(
    rows.map((row) => ({
      ...Object.fromEntries(names.map((name) => [name, row[name]])),
      id: randomUUID(),
    })),
  )
}

async function insertBare(client: pg.Client, userId: string, rows: string): Promise<void> {
  const reportId = randomUUID()
  const names = Object.keys(columns).map((name) => `"${name}"`)
  const values = names.map((name) => (name === '"reportId"' ? '$1::uuid' : name))
  const types = Object.entries(columns).map(([name, type]) => `"${name}" ${type}`)
  await client.query('BEGIN')
  await client.query(
    `INSERT INTO "Report" ("id", "formId", "createdById", "title", "timeZone", "parameters", "updatedAt")
     VALUES ($1, $2, $3, 'Bare', 'UTC', '{}', now())`,
    [reportId, randomUUID(), userId],
  )
  await client.query(
    `INSERT INTO "ReportRequest" (${names.join(', ')})
     SELECT ${values.join(', ')} FROM jsonb_to_recordset($2::jsonb) AS t(${types.join(', ')})`,
    [reportId, rows],
  )
  await client.query('COMMIT')
}

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0
}
