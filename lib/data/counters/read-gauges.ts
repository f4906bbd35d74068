import { getDb } from '@/lib/db/client'

export type Gauges = {
  /** Requests by state. */
  states: { state: string; count: number }[]
  /** Wake-ups that may be taken now, and for how long the oldest has waited, in seconds. */
  queues: { queue: string; depth: number; ageSeconds: number }[]
  /** Requests that are due and in nobody's hands, and for how long the first has been. */
  due: { count: number; ageSeconds: number }
  /** Archived files that are kept, and those that were deleted. */
  archives: { files: number; bytes: number; deleted: number }
  /** From the first look that saw a file to its being archived, over the last 24 hours. */
  archiveSeconds: { median: number; p95: number; longest: number } | null
  /** The least time that is left for a file to be fetched; null where none waits. */
  deadlineMarginSeconds: number | null
  accounts: { refused: number; all: number }
  workers: number
  /** Connections of this database user by application and state. */
  connections: { application: string; state: string; count: number }[]
}

const number = (value: unknown) => Number(value ?? 0)
const orNull = (value: unknown) => (value === null || value === undefined ? null : Number(value))

/** What the database tells of the whole instance, whichever process is asked. */
export async function readGauges(): Promise<Gauges> {
  const db = getDb()
  type Row = Record<string, unknown>
  const [states, queues, due, archives, archived, margin, accounts, workers, connections] =
    await Promise.all([
      db.$queryRaw<Row[]>`
        SELECT s::text AS state, count(r."id") AS count
        FROM unnest(enum_range(NULL::"RequestState")) AS s LEFT JOIN "ReportRequest" r ON r."state" = s GROUP BY s`,
      db.$queryRaw<Row[]>`
        SELECT q.name AS queue, count(j.id) AS depth,
          coalesce(extract(epoch FROM now() - min(j.start_after)), 0) AS age
        FROM pgboss.queue q
        LEFT JOIN pgboss.job j ON j.name = q.name AND j.state < 'active' AND j.start_after <= now()
        WHERE q.name NOT LIKE '\\_\\_pgboss%' GROUP BY q.name`,
      db.$queryRaw<Row[]>`
        SELECT count(*) AS count, coalesce(extract(epoch FROM app_now() - min("dueAt")), 0) AS age FROM "ReportRequest"
        WHERE "dueAt" <= app_now() AND ("leaseUntil" IS NULL OR "leaseUntil" < app_now())`,
      db.$queryRaw<Row[]>`
        SELECT count(*) FILTER (WHERE "deletedAt" IS NULL) AS files, count("deletedAt") AS deleted,
          coalesce(sum("bytes") FILTER (WHERE "deletedAt" IS NULL), 0) AS bytes FROM "Archive"`,
      db.$queryRaw<Row[]>`
        SELECT percentile_cont(ARRAY[0.5, 0.95, 1]) WITHIN GROUP
          (ORDER BY extract(epoch FROM "endedAt" - "finishedSeenAt")) AS seconds
        FROM "ReportRequest"
        WHERE "state" = 'ready' AND "finishedSeenAt" IS NOT NULL AND "endedAt" > app_now() - interval '1 day'`,
      db.$queryRaw<Row[]>`
        SELECT extract(epoch FROM min("fileDeadline") - app_now()) AS seconds FROM "ReportRequest"
        WHERE "state" = 'archiving'`,
      db.$queryRaw<Row[]>`
        SELECT count(*) AS all, count("refusedAt") AS refused FROM "Account" WHERE "removedAt" IS NULL`,
      db.$queryRaw<Row[]>`
        SELECT count(*) AS count FROM "WorkerHeartbeat" WHERE "beatAt" > now() - interval '1 minute'`,
      db.$queryRaw<Row[]>`
        SELECT coalesce(nullif(application_name, ''), 'prisma') AS application, coalesce(state, 'unknown') AS state,
          count(*) AS count
        FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user GROUP BY 1, 2`,
    ])
  const seconds = archived[0]?.seconds as number[] | null | undefined
  return {
    states: states.map((row) => ({ state: `${row.state}`, count: number(row.count) })),
    queues: queues.map((row) => ({
      queue: `${row.queue}`,
      depth: number(row.depth),
      ageSeconds: number(row.age),
    })),
    due: { count: number(due[0]?.count), ageSeconds: number(due[0]?.age) },
    archives: {
      files: number(archives[0]?.files),
      bytes: number(archives[0]?.bytes),
      deleted: number(archives[0]?.deleted),
    },
    archiveSeconds: seconds
      ? { median: number(seconds[0]), p95: number(seconds[1]), longest: number(seconds[2]) }
      : null,
    deadlineMarginSeconds: orNull(margin[0]?.seconds),
    accounts: { refused: number(accounts[0]?.refused), all: number(accounts[0]?.all) },
    workers: number(workers[0]?.count),
    connections: connections.map((row) => ({
      application: `${row.application}`,
      state: `${row.state}`,
      count: number(row.count),
    })),
  }
}
