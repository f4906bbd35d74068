import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findProjectRoot } from '@/lib/config/project-root'
import { checkSchemaVersion, migrate } from './migrate'
import { createTestDatabase, type TestDatabase } from './test-database'

let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await createTestDatabase('empty')
  folder = mkdtempSync(join(tmpdir(), 'migrations-'))
  addMigration('20260101000000_first', 'CREATE TABLE a (id int); INSERT INTO a VALUES (1);')
})

afterEach(async () => {
  await database.drop()
  rmSync(folder, { recursive: true })
})

function addMigration(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
}

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

test('applies what is missing, in order, once', async () => {
  addMigration('20260102000000_second', 'INSERT INTO a VALUES (2);')
  expect(await migrate(database.url, folder)).toEqual([
    '20260101000000_first',
    '20260102000000_second',
  ])
  expect(await migrate(database.url, folder)).toEqual([])
  expect(await query('SELECT id FROM a ORDER BY id')).toEqual([{ id: 1 }, { id: 2 }])
})

test('processes that start together take turns', async () => {
  const applied = await Promise.all([1, 2, 3].map(() => migrate(database.url, folder)))
  expect(applied.flat()).toEqual(['20260101000000_first'])
  expect(await query('SELECT id FROM a')).toEqual([{ id: 1 }])
})

test('undoes a migration that fails, and says which', async () => {
  addMigration('20260102000000_broken', 'CREATE TABLE b (id int); SELECT nonsense;')
  await expect(migrate(database.url, folder)).rejects.toThrow(
    /20260102000000_broken failed.*nonsense/,
  )
  expect(await query("SELECT to_regclass('b') AS b")).toEqual([{ b: null }])
  expect(await query('SELECT migration_name FROM _prisma_migrations')).toEqual([
    { migration_name: '20260101000000_first' },
  ])
  addMigration('20260102000000_broken', 'CREATE TABLE b (id int);')
  expect(await migrate(database.url, folder)).toEqual(['20260102000000_broken'])
})

test('stops at a database of a newer version', async () => {
  addMigration('20260102000000_second', 'SELECT 1')
  await migrate(database.url, folder)
  rmSync(join(folder, '20260102000000_second'), { recursive: true })
  await expect(migrate(database.url, folder)).rejects.toThrow(
    /newer version.*20260102000000_second/,
  )
  await expect(checkSchemaVersion(database.url, folder)).rejects.toThrow(/newer version/)
})

test('stops when an applied migration was changed', async () => {
  await migrate(database.url, folder)
  addMigration('20260101000000_first', 'CREATE TABLE a (id bigint);')
  await expect(migrate(database.url, folder)).rejects.toThrow(/another text/)
})

test('a lone process stops at an older database, and leaves it as it is', async () => {
  await expect(checkSchemaVersion(database.url, folder)).rejects.toThrow(/1 migrations are missing/)
  expect(await query("SELECT to_regclass('_prisma_migrations') AS made")).toEqual([{ made: null }])
  await migrate(database.url, folder)
  await expect(checkSchemaVersion(database.url, folder)).resolves.toBeUndefined()
})

test("Prisma's command line agrees with what was written", async () => {
  await migrate(database.url)
  expect(runPrisma('status')).toContain('Database schema is up to date')
  expect(runPrisma('deploy')).toContain('No pending migrations')
})

test('the schema and the migrations say the same', async () => {
  // Exits with 2, and so throws, when they differ.
  runPrisma(
    'diff',
    '--from-migrations',
    'prisma/migrations',
    '--to-schema',
    'prisma/schema.prisma',
    '--exit-code',
  )
})

function runPrisma(...args: string[]): string {
  return execFileSync('node_modules/.bin/prisma', ['migrate', ...args], {
    cwd: findProjectRoot(),
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: database.url },
  })
}
