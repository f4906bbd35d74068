import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

/** A database of one test file. */
export type TestDatabase = { url: string; drop: () => Promise<void> }

/**
 * Copies the migrated template into a database of its own, and points `DATABASE_URL` at it. Call `drop`
 * in `afterAll`, after the connections are closed.
 * @param kind `migrated` (as the product finds it) or `empty` (no table at all)
 */
export async function createTestDatabase(
  kind: 'migrated' | 'empty' = 'migrated',
): Promise<TestDatabase> {
  const { superuserUrl, template } = inject('testServer')
  const name = `test_${randomBytes(6).toString('hex')}`
  const source = kind === 'migrated' ? template : 'template0'
  await run(superuserUrl, `CREATE DATABASE ${name} TEMPLATE ${source}`)
  const url = new URL(superuserUrl)
  url.pathname = `/${name}`
  process.env.DATABASE_URL = url.href
  return { url: url.href, drop: () => run(superuserUrl, `DROP DATABASE ${name} WITH (FORCE)`) }
}

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
