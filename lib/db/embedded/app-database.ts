import pg from 'pg'

const name = 'reports'

/**
 * Makes the application's role and database if they are missing. The role owns its database and is no
 * superuser: what a query can do stays inside it.
 */
export async function ensureAppDatabase(superuserUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [name])
    const verb = role.rowCount ? 'ALTER' : 'CREATE'
    await client.query(`${verb} ROLE ${name} LOGIN PASSWORD ${pg.escapeLiteral(password)}`)
    const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name])
    if (!database.rowCount) await client.query(`CREATE DATABASE ${name} OWNER ${name}`)
  } finally {
    await client.end()
  }
}

/** The address of a database on this machine. */
export function toLoopbackUrl(
  port: number,
  user: string,
  password: string,
  database: string,
): string {
  return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`
}

/** The address of the application's own database. */
export function toAppUrl(port: number, password: string): string {
  return toLoopbackUrl(port, name, password, name)
}
