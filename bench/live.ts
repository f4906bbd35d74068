// script/bench live: how long a change takes from its commit to every open stream, beside a bare listener of
// PostgreSQL that hears of the same commits in the same run. `--seconds 10` shortens it, `--streams` changes the crowd.
import { execFileSync, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { loadavg } from 'node:os'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { startInstance } from '@/e2e/harness/instance'
import { authCookies } from '@/lib/auth/cookie-names'
import { sealSessionToken } from '@/lib/auth/session-token'
import { createSession } from '@/lib/data/sessions/create-session'
import { createUser } from '@/lib/data/users/create-user'
import { closeDb, getDb } from '@/lib/db/client'
import { paths } from '@/lib/paths'
import type { ReportChange } from '@/lib/schemas/live'
import {
  percentiles,
  type ReadersOrder,
  type ReadersResult,
  runReaders,
  sharedNow,
} from './live-readers'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '60' },
    streams: { type: 'string', default: '500' },
    rate: { type: 'string', default: '50' },
  },
})
const [seconds, streams, rate] = [values.seconds, values.streams, values.rate].map(Number) as [
  number,
  number,
  number,
]
const changes = seconds * rate
const reportCount = 50
const streamsEach = 10
/** The pool's connections that opening the streams took are closed by then. */
const warmUpMs = 12_000

if (positionals[0] === 'read') runReaders()
else await measure()

async function measure(): Promise<void> {
  execFileSync(process.execPath, ['script/build.mjs'], { stdio: ['ignore', 'inherit', 'inherit'] })
  const instance = await startInstance()
  const readers = fork(fileURLToPath(import.meta.url), ['read', ...process.argv.slice(2)])
  Object.assign(process.env, { DATABASE_URL: instance.databaseUrl, DATA_DIR: instance.dataDir })
  try {
    const cookies = await addSessions()
    const reports = await addReports()
    const url = `${instance.url}${paths.api.reportEvents}`
    readers.send({ url, cookies, reports, changes } satisfies ReadersOrder)
    await once(readers, 'message')
    await closeDb()
    const web = findWebProcess()
    const watch = watchWeb(web, instance.databaseUrl)
    await delay(warmUpMs)
    const { committedAt, bare } = await change(reports, instance.databaseUrl)
    await delay(2_000)
    const seen = await watch.stop()
    readers.send(committedAt)
    const [ours] = (await once(readers, 'message')) as [ReadersResult]
    report(ours, percentiles(bare), seen)
  } finally {
    readers.kill()
    await instance.end()
  }
}

/** People with ten browsers each, as cookies. */
async function addSessions(): Promise<string[]> {
  const { name } = authCookies().sessionToken
  const cookies: string[] = []
  for (let index = 0; cookies.length < streams; index++) {
    const email = `reader-${index}@example.com`
    const { id: userId } = await createUser({
      email,
      name: email,
      role: 'viewer',
      passwordHash: '',
    })
    for (let own = 0; own < streamsEach && cookies.length < streams; own++) {
      const { id } = await createSession({ userId, address: '127.0.0.1', userAgent: 'bench' })
      cookies.push(`${name}=${await sealSessionToken({ userId, sessionId: id })}`)
    }
  }
  return cookies
}

async function addReports(): Promise<ReportChange[]> {
  const db = getDb()
  const { id: createdById } = await db.user.findFirstOrThrow()
  const { id: accountId } = await db.account.create({
    data: { label: 'Bench', environment: 'sandbox', apiKey: 'bench001', secretTail: '' },
  })
  for (let index = 0; index < reportCount; index++)
    await db.report.create({
      data: {
        formId: randomUUID(),
        createdById,
        title: `Bench ${index}`,
        timeZone: 'UTC',
        parameters: {},
        requests: {
          create: {
            accountId,
            product: 'SMS',
            targetAccountId: 'bench001',
            dateStart: new Date('2026-06-01'),
            dateEnd: new Date('2026-07-01'),
            filters: {},
            state: 'failed',
            endedAt: new Date(),
          },
        },
      },
    })
  const reports = await db.report.findMany({ select: { id: true, version: true } })
  return reports.map(({ id, version }) => [id, version])
}

/** Commits the changes, evenly spread; a bare listener beside the product hears of each. */
async function change(reports: ReportChange[], connectionString: string) {
  const [writer, listener] = [1, 2].map(
    () => new pg.Client({ connectionString, application_name: 'bench' }),
  ) as [pg.Client, pg.Client]
  await Promise.all([writer.connect(), listener.connect()])
  const numberOf = new Map<string, number>()
  const heardAt: number[] = []
  listener.on('notification', ({ payload = '' }) => {
    const number = numberOf.get(payload)
    if (number !== undefined) heardAt[number] = sharedNow()
  })
  await listener.query('LISTEN report_changed')

  const committedAt: number[] = []
  const startedAt = sharedNow()
  for (let number = 0; number < changes; number++) {
    await delay(Math.max(0, startedAt + (number * 1_000) / rate - sharedNow()))
    const [id, version] = reports[number % reports.length] as ReportChange
    numberOf.set(`${id}:${version + Math.floor(number / reports.length) + 1}`, number)
    await writer.query('BEGIN')
    await writer.query(
      'UPDATE "ReportRequest" SET "version" = "version" + 1 WHERE "reportId" = $1',
      [id],
    )
    committedAt.push(sharedNow())
    await writer.query('COMMIT')
  }
  const tookMs = sharedNow() - startedAt
  console.log(`${changes} changes in ${(tookMs / 1_000).toFixed(1)} s`)
  await delay(500)
  await Promise.all([writer.end(), listener.end()])
  return {
    committedAt,
    bare: heardAt.map((at, number) => at - (committedAt[number] ?? Number.NaN)),
  }
}

/** The web process among this program's own. */
function findWebProcess(): number {
  const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
  const rows = table
    .trim()
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [])
  const find = (parent: number, program: string) => {
    const row = rows.find(([, , ppid, args]) => Number(ppid) === parent && args?.includes(program))
    if (!row) throw new Error(`No process of ${program}`)
    return Number(row[1])
  }
  return find(find(process.pid, 'server.js'), 'web.js')
}

/** Looks at the web process's memory and connections, now and then until it is stopped. */
function watchWeb(pid: number, connectionString: string) {
  const megabytes: number[] = []
  let connections = 0
  const database = new pg.Client({ connectionString, application_name: 'bench' })
  const connected = database.connect()

  async function look(): Promise<void> {
    await connected
    const rss = execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })
    megabytes.push(Number(rss) / 1_000)
    // The one that listens, and those that have looked whether sessions ended.
    const { rows } = await database.query<{ n: number }>(`
      SELECT count(*)::int AS n FROM pg_stat_activity
      WHERE datname = current_database() AND application_name <> 'bench'
        AND (application_name = 'reports-web-live' OR query LIKE '%AS asked%')`)
    connections = Math.max(connections, rows[0]?.n ?? 0)
  }

  const timer = setInterval(() => void look(), 1_000)
  return {
    stop: async () => {
      clearInterval(timer)
      await look()
      await database.end()
      const part = Math.max(1, Math.floor(megabytes.length / 4))
      const median = (some: number[]) => percentiles(some).p50
      return {
        connections,
        rssBefore: median(megabytes.slice(part, part * 2)),
        rssAfter: median(megabytes.slice(-part)),
      }
    },
  }
}

type Seen = Awaited<ReturnType<ReturnType<typeof watchWeb>['stop']>>

function report(ours: ReadersResult, bare: ReturnType<typeof percentiles>, seen: Seen): void {
  const round = (value: number) => Math.round(value * 100) / 100
  const line = (name: string, { p50, p95, max }: { p50: number; p95: number; max: number }) =>
    console.log(`${name}: half within ${round(p50)} ms, p95 ${round(p95)} ms, max ${round(max)} ms`)
  line(`${streams} streams`, ours)
  line('bare listener', bare)
  console.log(
    `lost ${ours.lost}, told to read anew ${ours.resyncs}; database connections ${seen.connections}; ` +
      `memory ${round(seen.rssBefore)} MB, at the end ${round(seen.rssAfter)} MB`,
  )
  console.log(
    JSON.stringify({
      bench: 'live',
      p95_ms: round(ours.p95),
      bare_p95_ms: round(bare.p95),
      ratio: round(ours.p95 / bare.p95),
      connections: seen.connections,
      lost: ours.lost,
      resyncs: ours.resyncs,
      p50_ms: round(ours.p50),
      max_ms: round(ours.max),
      streams,
      changes,
      rss_mb: round(seen.rssAfter),
      rss_growth_mb: round(seen.rssAfter - seen.rssBefore),
      load: round(loadavg()[0] ?? 0),
    }),
  )
}
