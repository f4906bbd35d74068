import pg from 'pg'
import { type DumpHead, type DumpLine, listTables, quote } from './dump'
import { migrate, migrationsFolder } from './migrate'
import { listMigrationFiles } from './migration-files'

/** The dump can't be loaded. The message says why, and what to do. */
export class DumpError extends Error {
  override name = 'DumpError'
}

const rowsAtOnce = 500

/**
 * Fills an empty database from a dump, all of it or nothing, and brings it to the schema of this version.
 * @throws DumpError when the database is not empty, or the dump is torn or of a newer version
 */
export async function loadDump(url: string, lines: AsyncIterable<DumpLine>): Promise<DumpHead> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    if (await isInUse(client))
      throw new DumpError(
        'The database is not empty. Restore into an empty one: nothing is ever overwritten.',
      )
    const iterator = lines[Symbol.asyncIterator]()
    const first = await iterator.next()
    if (first.done || !('head' in first.value))
      throw new DumpError('This is no backup of a database.')
    const { head } = first.value
    // First the schema that the rows were in; what came later is applied to them.
    await migrate(url, migrationsFolder(), namesOf(head))
    await client.query('BEGIN')
    const keys = await dropForeignKeys(client)
    const tables = await listTables(client)
    for (const table of tables)
      await client.query(`ALTER TABLE ${quote(table)} DISABLE TRIGGER USER`)
    await client.query(`TRUNCATE ${tables.map(quote).join(', ')}`)
    await insertRows(client, iterator)
    for (const table of tables)
      await client.query(`ALTER TABLE ${quote(table)} ENABLE TRIGGER USER`)
    for (const key of keys) await client.query(key)
    await client.query('COMMIT')
    await migrate(url)
    return head
  } finally {
    await client.end()
  }
}

/** Tables alone are nothing yet: an instance that is in use has a person. */
async function isInUse(client: pg.Client): Promise<boolean> {
  const tables = await listTables(client)
  if (!tables.includes('User')) return tables.length > 0
  const { rows } = await client.query('SELECT 1 FROM "User" LIMIT 1')
  return rows.length > 0
}

function namesOf({ format, migrations }: DumpHead): ReadonlySet<string> {
  const known = new Map(
    listMigrationFiles(migrationsFolder()).map((file) => [file.name, file.checksum]),
  )
  if (format !== 1 || migrations.some(({ name, checksum }) => known.get(name) !== checksum))
    throw new DumpError(
      'The backup is of a newer version of this program. Restore it with that version.',
    )
  return new Set(migrations.map(({ name }) => name))
}

/** Rows refer to one another in circles. @returns what makes the keys again, and so checks them all */
async function dropForeignKeys(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace`,
  )
  for (const { table, name } of rows)
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${quote(name)}`)
  return rows.map(
    ({ table, name, definition }) =>
      `ALTER TABLE ${table} ADD CONSTRAINT ${quote(name)} ${definition}`,
  )
}

async function insertRows(client: pg.Client, lines: AsyncIterator<DumpLine>): Promise<void> {
  let table = ''
  let batch: string[] = []
  let rows = 0
  const flush = async () => {
    if (batch.length === 0) return
    await client.query(
      `INSERT INTO ${quote(table)} SELECT * FROM json_populate_recordset(NULL::${quote(table)}, $1::json)`,
      [`[${batch.join(',')}]`],
    )
    batch = []
  }
  for (;;) {
    const next = await lines.next()
    if (next.done) throw new DumpError('The backup of the database is torn: its end is missing.')
    const line = next.value
    if ('end' in line) {
      await flush()
      if (line.end.rows !== rows)
        throw new DumpError('The backup of the database is torn: rows are missing.')
      return
    }
    if (!('row' in line)) throw new DumpError('This is no backup of a database.')
    if (line.table !== table || batch.length >= rowsAtOnce) await flush()
    table = line.table
    batch.push(line.row)
    rows += 1
  }
}
