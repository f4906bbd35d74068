import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { closeDb, getDb } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/test-database'
import { createFirstAdmin } from './create-first-admin'
import { prepareFirstUser } from './prepare-first-user'
import { signIn } from './sign-in'

vi.mock('node:timers/promises', () => ({ setTimeout: async () => {} }))

const env = { HOST: '127.0.0.1', PORT: 3000 }
const from = { address: '203.0.113.1', userAgent: 'Test', previousSessionId: null }
const form = { email: 'Ana@example.com', password: 'long enough word', name: 'Ana' }
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(async () => {
  await getDb().user.deleteMany()
  await getDb().setupCode.deleteMany()
  await getDb().signInThrottle.deleteMany()
})
afterAll(async () => {
  await closeDb()
  await database.drop()
})

async function printedCode(): Promise<string> {
  const text = await prepareFirstUser(env)
  return text?.match(/code: ([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})$/)?.[1] ?? 'none'
}

it('prints where to go and a code, of which only the hash is stored', async () => {
  const text = await prepareFirstUser({ ...env, APP_URL: 'https://reports.example.com' })
  const start = 'No user yet. Open https://reports.example.com/setup and enter this one-time code: '
  expect(text?.startsWith(start)).toBe(true)
  const stored = await getDb().setupCode.findMany()
  expect(stored).toHaveLength(1)
  expect(JSON.stringify(stored)).not.toContain(text?.slice(start.length))
  expect(stored[0]?.hash).toMatch(/^[0-9a-f]{64}$/)
})

it('makes an administrator of whoever has a code, however it is spelled, and signs them in', async () => {
  await printedCode()
  const code = (await printedCode()).toLowerCase().replaceAll('-', ' ')
  const { userId, sessionId } = await createFirstAdmin({ ...form, code }, from)
  const user = await getDb().user.findUniqueOrThrow({ where: { id: userId } })
  expect(user).toMatchObject({ email: 'ana@example.com', name: 'Ana', role: 'admin' })
  expect(await getDb().session.count({ where: { id: sessionId, userId } })).toBe(1)
  expect(await getDb().setupCode.count()).toBe(0)
  expect(await signIn({ email: form.email, password: form.password }, from)).not.toBeNull()
})

it('makes one administrator of two who race, with one code or two', async () => {
  const codes = [await printedCode(), await printedCode()]
  const races = [...codes, ...codes].map((code, i) =>
    createFirstAdmin({ ...form, email: `p${i}@example.com`, code }, from),
  )
  const outcomes = await Promise.allSettled(races)
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(await getDb().user.count()).toBe(1)
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason.code).toMatch(/^(gone|invalid)$/)
  }
})

it('refuses a wrong code under its field, and counts the guess', async () => {
  await printedCode()
  const guess = createFirstAdmin({ ...form, code: 'AAAA-AAAA-AAAA' }, from)
  await expect(guess).rejects.toMatchObject({
    code: 'invalid',
    fieldErrors: { code: [expect.stringMatching(/not the code/)] },
  })
  expect(await getDb().user.count()).toBe(0)
  const counted = await getDb().signInThrottle.findMany({ select: { key: true, failures: true } })
  expect(counted.every(({ key, failures }) => key.startsWith('setup:') && failures === 1)).toBe(
    true,
  )
  expect(counted).toHaveLength(2)
})

it('names every faulty field at once', async () => {
  const empty = createFirstAdmin({ email: 'x', password: 'short', name: '' }, from)
  const error = await empty.catch((thrown: unknown) => thrown)
  expect(Object.keys((error as { fieldErrors: object }).fieldErrors).sort()).toEqual([
    'code',
    'email',
    'name',
    'password',
  ])
})

it('is over once there is a user, even one who is disabled', async () => {
  const code = await printedCode()
  await createFirstAdmin({ ...form, code }, from)
  await getDb().user.updateMany({ data: { disabledAt: new Date() } })
  const late = createFirstAdmin({ ...form, email: 'b@example.com', code }, from)
  await expect(late).rejects.toMatchObject({ code: 'gone' })
  expect(await prepareFirstUser(env)).toBeNull()
})

it('makes the first administrator from the environment, once', async () => {
  const unattended = {
    ...env,
    ADMIN_EMAIL: 'Root@example.com',
    ADMIN_PASSWORD: 'from the environment',
  }
  const text = await prepareFirstUser(unattended)
  expect(text).not.toContain('from the environment')
  const input = { email: 'root@example.com', password: 'from the environment' }
  expect(await signIn(input, from)).not.toBeNull()
  expect(await prepareFirstUser({ ...unattended, ADMIN_PASSWORD: 'another password' })).toBeNull()
  expect(await signIn(input, from)).not.toBeNull()
})

it('prints a code when the environment has a password that is too short, and says so', async () => {
  const text = await prepareFirstUser({
    ...env,
    ADMIN_EMAIL: 'root@example.com',
    ADMIN_PASSWORD: 'hush',
  })
  expect(text).toMatch(/ADMIN_PASSWORD: At least 12 characters/)
  expect(text).toMatch(/one-time code: /)
  expect(text).not.toContain('hush')
  expect(await getDb().user.count()).toBe(0)
})
