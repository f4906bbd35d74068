import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { findProjectRoot } from '@/lib/config/project-root'
import { listMigrationFiles, type MigrationFile } from './migration-files'
import { type MigrationRow, planMigrations, SchemaError } from './migration-plan'

export const migrationsFolder = () => join(findProjectRoot(), 'prisma', 'migrations')

// Prisma's own lock number: its command line and this program exclude each other.
const advisoryLock = 72_707_369

// As Prisma makes it, so that `prisma migrate status` and `deploy` go on from here.
const createTable = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id                  VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum            VARCHAR(64) NOT NULL,
  finished_at         TIMESTAMPTZ,
  migration_name      VARCHAR(255) NOT NULL,
  logs                TEXT,
  rolled_back_at      TIMESTAMPTZ,
  started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`

/**
 * Brings a database to the schema of this version, each migration in a transaction of its own. Any
 * number of processes may do so at once: they take turns.
 * @param only of these names; all, unless said
 * @returns the names of the migrations that were applied now
 * @throws SchemaError when the database is newer, was changed, or a migration fails (it is rolled back)
 */
export async function migrate(
  url: string,
  folder: string = migrationsFolder(),
  only?: ReadonlySet<string>,
): Promise<string[]> {
  const files = listMigrationFiles(folder).filter(({ name }) => only?.has(name) ?? true)
  return withClient(url, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [advisoryLock])
    await client.query(createTable)
    const pending = planMigrations(files, await listRows(client))
    for (const file of pending) await apply(client, file)
    return pending.map((file) => file.name)
  })
}

/**
 * Makes sure that a database has exactly the schema of this version, and changes nothing: for a web or
 * worker process that was started by itself.
 * @throws SchemaError when it is older or newer
 */
export async function checkSchemaVersion(
  url: string,
  folder: string = migrationsFolder(),
): Promise<void> {
  const files = listMigrationFiles(folder)
  const pending = await withClient(url, async (client) => {
    const { rows } = await client.query(
      "SELECT to_regclass('_prisma_migrations') IS NOT NULL AS made",
    )
    return planMigrations(files, rows[0]?.made ? await listRows(client) : [])
  })
  if (pending.length === 0) return
  throw new SchemaError(
    `The database is older than this version: ${pending.length} migrations are missing. Start script/server once, or run: npx prisma migrate deploy`,
  )
}

async function apply(client: pg.Client, file: MigrationFile): Promise<void> {
  try {
    await client.query('BEGIN')
    await client.query(file.sql)
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), file.checksum, file.name],
    )
    await client.query('COMMIT')
  } catch (cause) {
    await client.query('ROLLBACK').catch(() => undefined)
    const reason = cause instanceof Error ? cause.message : 'unknown'
    throw new SchemaError(
      `The migration ${file.name} failed and was undone: ${reason}. Nothing of it is left in the database.`,
      { cause },
    )
  }
}

async function listRows(client: pg.Client): Promise<MigrationRow[]> {
  const { rows } = await client.query<MigrationRow>(
    'SELECT migration_name, checksum, finished_at, rolled_back_at FROM _prisma_migrations ORDER BY started_at',
  )
  return rows
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  // The end of the connection shows in the query that it breaks; without a listener it would end us.
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    // Ends the session, and the advisory lock with it.
    await client.end()
  }
}
