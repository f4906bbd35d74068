import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbeddedPostgres } from './embedded/embedded-postgres'
import { migrate } from './migrate'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The throwaway server, as its superuser, and the migrated database that tests copy. */
    testServer: { superuserUrl: string; template: string }
  }
}

const template = 'template_of_tests'

/** Vitest's global set-up: a throwaway PostgreSQL with a migrated database to copy. */
export default async function setUpTestServer(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'reports-test-'))
  const server = await startEmbeddedPostgres(folder)
  const url = new URL(server.superuserUrl)
  const admin = new pg.Client({ connectionString: server.superuserUrl })
  await admin.connect()
  await admin.query(`CREATE DATABASE ${template}`)
  await admin.end()
  url.pathname = `/${template}`
  await migrate(url.href)
  project.provide('testServer', { superuserUrl: server.superuserUrl, template })
  return async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
