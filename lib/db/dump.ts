import pg from 'pg'

/** What a dump says of itself, in its first line. */
export type DumpHead = {
  format: 1
  takenAt: string
  /** What was applied to the database, in that order. */
  migrations: { name: string; checksum: string }[]
}

/** A line of a dump. `end` says how many rows there were: a dump without it is torn. */
export type DumpLine =
  | { head: DumpHead }
  | { table: string; row: string }
  | { end: { rows: number } }

const rowsAtOnce = 500

/**
 * Every row of our tables, as they all were at one moment, while the database goes on. What the queue keeps is left out:
 * its jobs are wake-ups, which are made anew.
 */
export async function* dumpDatabase(url: string): AsyncGenerator<DumpLine, void, undefined> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    yield { head: await readHead(client) }
    let rows = 0
    for (const table of await listTables(client)) {
      await client.query(
        `DECLARE dump NO SCROLL CURSOR FOR SELECT row_to_json(t)::text AS row FROM ${quote(table)} t`,
      )
      for (;;) {
        const batch = await client.query<{ row: string }>(`FETCH ${rowsAtOnce} FROM dump`)
        for (const { row } of batch.rows) yield { table, row }
        rows += batch.rows.length
        if (batch.rows.length < rowsAtOnce) break
      }
      await client.query('CLOSE dump')
    }
    yield { end: { rows } }
  } finally {
    await client.end()
  }
}

export const quote = (name: string) => pg.escapeIdentifier(name)

/** Our tables; Prisma's record of the migrations is in the head. */
export async function listTables(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables
     WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'
     ORDER BY 1`,
  )
  return rows.map(({ name }) => name)
}

async function readHead(client: pg.Client): Promise<DumpHead> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations
     WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL ORDER BY migration_name`,
  )
  const now = await client.query<{ now: Date }>('SELECT now()')
  return { format: 1, takenAt: now.rows[0]?.now.toISOString() ?? '', migrations: rows }
}
