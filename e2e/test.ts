import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { closeDb } from '@/lib/db/client'
import type { Role } from '@/lib/schemas/rights'
import { addTestAccount, type TestAccount } from './harness/accounts'
import type { Instance } from './harness/instance'
import { addPerson, type Person, signIn } from './harness/people'
import { SandboxAdmin } from './harness/sandbox-admin'
import { findShared, type SharedInstance } from './harness/shared-instance'
import { type Watched, watchPages } from './harness/watch-pages'

export { expect } from '@playwright/test'

type Fixtures = {
  /** Who sits at the browser. */
  role: Role
  person: Person
  account: TestAccount
  sandbox: SandboxAdmin
  /** Errors in the console that the test brings about: push them before. */
  tolerated: RegExp[]
  /** What no answer may hold, by name. */
  secrets: Map<string, string>
  /** Fails a test whose pages said or were told what they must not. */
  watched: Watched
}

type WorkerFixtures = { shared: SharedInstance }

/** On the shared instance, signed in as a person of the test's own. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const shared = findShared()
      process.env.DATABASE_URL = shared.databaseUrl
      await use(shared)
      await closeDb()
    },
    { scope: 'worker' },
  ],
  baseURL: ({ shared }, use) => use(shared.url),
  role: ['admin', { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
  tolerated: ({}, use) => use([]),
  secrets: ({ shared }, use) => use(readInstanceSecrets(shared)),
  sandbox: ({ shared }, use) => use(new SandboxAdmin(shared.sandbox)),
  person: async ({ shared: _database, role, secrets }, use) => {
    const person = await addPerson(role)
    secrets.set('password', person.password).set('password hash', person.passwordHash)
    await use(person)
  },
  account: async ({ shared, secrets }, use) => {
    const account = await addTestAccount(shared)
    secrets.set('API secret', account.apiSecret)
    await use(account)
  },
  storageState: async ({ playwright, shared, person }, use) =>
    use(await signIn(playwright.request, shared.url, person)),
  watched: [
    async ({ browser, tolerated, secrets }, use) => {
      const watched = watchPages(browser, tolerated, secrets)
      await use(watched)
      await watched.check()
    },
    { auto: true },
  ],
  context: async ({ context, watched }, use) => {
    await use(context)
    await watched.readAll()
  },
})

/** The secrets that an instance keeps in files. */
export function readInstanceSecrets({ dataDir }: Instance): Map<string, string> {
  const names = ['vault.key', 'auth.secret', 'postgres.secret']
  return new Map(names.map((name) => [name, readFileSync(join(dataDir, name), 'utf8').trim()]))
}
