import pg from 'pg'
import { appName } from './database-addresses'

/**
 * Makes the application's role and database if they are missing. The role owns its database and is no
 * superuser: what a query can do stays inside it.
 */
export async function ensureAppDatabase(superuserUrl: string, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [appName])
    const verb = role.rowCount ? 'ALTER' : 'CREATE'
    await client.query(`${verb} ROLE ${appName} LOGIN PASSWORD ${pg.escapeLiteral(password)}`)
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [appName])
    if (!found.rowCount) await client.query(`CREATE DATABASE ${appName} OWNER ${appName}`)
  } finally {
    await client.end()
  }
}
