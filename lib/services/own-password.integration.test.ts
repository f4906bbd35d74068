import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { hashPassword } from '@/lib/credentials/password-hash'
import { createSession } from '@/lib/data/sessions/create-session'
import { endOwnSession } from '@/lib/data/sessions/end-own-session'
import { findLiveSession } from '@/lib/data/sessions/find-live-session'
import { listOwnSessions } from '@/lib/data/sessions/list-own-sessions'
import { createUser } from '@/lib/data/users/create-user'
import { closeDb, getDb } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/test-database'
import type { UserActor } from '@/lib/schemas/actor'
import { changePassword } from './change-password'
import { resetPassword } from './reset-password'
import { signIn } from './sign-in'

vi.mock('node:timers/promises', () => ({ setTimeout: async () => {} }))

const old = 'the old password'
const fresh = 'the new password'
const address = '203.0.113.1'
const from = { address, userAgent: 'Test', previousSessionId: null }
let database: TestDatabase
let ana: UserActor
let ben: UserActor

beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(async () => {
  await getDb().user.deleteMany()
  await getDb().signInThrottle.deleteMany()
  ana = await person('ana@example.com', 'admin')
  ben = await person('ben@example.com', 'viewer')
})
afterAll(async () => {
  await closeDb()
  await database.drop()
})

async function person(email: string, role: 'admin' | 'viewer'): Promise<UserActor> {
  const passwordHash = await hashPassword(old)
  const { id } = await createUser({ email, name: email, role, passwordHash })
  return { kind: 'user', id, name: email, role }
}

async function session(actor: UserActor): Promise<string> {
  return (await createSession({ userId: actor.id, address, userAgent: 'Firefox' })).id
}

const lives = async (actor: UserActor, id: string) => (await findLiveSession(id, actor.id)) !== null

it('changes the password, ends the other sessions and nobody else’s', async () => {
  const [here, there, bens] = [await session(ana), await session(ana), await session(ben)]
  const change = { currentPassword: old, newPassword: fresh }
  const done = await changePassword(ana, change, { address, sessionId: here })
  expect(done).toEqual({ endedSessions: 1 })
  expect(await lives(ana, here)).toBe(true)
  expect(await lives(ana, there)).toBe(false)
  expect(await lives(ben, bens)).toBe(true)
  expect(await signIn({ email: 'ana@example.com', password: old }, from)).toBeNull()
  expect(await signIn({ email: 'ana@example.com', password: fresh }, from)).not.toBeNull()
  expect(await signIn({ email: 'ben@example.com', password: old }, from)).not.toBeNull()
})

it('changes nothing when the current password is wrong', async () => {
  const [here, there] = [await session(ana), await session(ana)]
  const change = { currentPassword: 'wrong', newPassword: fresh }
  await expect(changePassword(ana, change, { address, sessionId: here })).rejects.toMatchObject({
    code: 'invalid',
    fieldErrors: { currentPassword: [expect.any(String)] },
  })
  expect(await lives(ana, there)).toBe(true)
  expect(await signIn({ email: 'ana@example.com', password: old }, from)).not.toBeNull()
})

it('ends a session at once, and only the own', async () => {
  const [anas, bens] = [await session(ana), await session(ben)]
  await expect(endOwnSession(ana, bens)).rejects.toMatchObject({ code: 'not-found' })
  expect(await lives(ben, bens)).toBe(true)
  await endOwnSession(ana, anas)
  expect(await lives(ana, anas)).toBe(false)
  await expect(endOwnSession(ana, anas)).rejects.toMatchObject({ code: 'not-found' })
})

it('lets a session in for its own person only', async () => {
  const anas = await session(ana)
  expect(await findLiveSession(anas, ben.id)).toBeNull()
})

it('slides the expiry with use, at most once a minute, and ends what nobody used', async () => {
  const id = await session(ana)
  const row = () => getDb().session.findUniqueOrThrow({ where: { id } })
  const before = await row()
  await lives(ana, id)
  expect(await row()).toEqual(before)
  const move = (days: number) =>
    getDb()
      .$executeRaw`INSERT INTO "Clock" ("id", "offsetMs") VALUES (1, ${days * 86_400_000}::bigint)
      ON CONFLICT ("id") DO UPDATE SET "offsetMs" = EXCLUDED."offsetMs"`
  try {
    await move(29)
    expect(await lives(ana, id)).toBe(true)
    expect((await row()).expiresAt.getTime()).toBeGreaterThan(before.expiresAt.getTime())
    await move(58)
    expect(await lives(ana, id)).toBe(true)
    await move(89)
    expect(await lives(ana, id)).toBe(false)
    expect(await listOwnSessions(ana)).toEqual([])
  } finally {
    await move(0)
  }
})

it('lists the own sessions without anything secret', async () => {
  await session(ben)
  const id = await session(ana)
  const list = await listOwnSessions(ana)
  expect(list.map((item) => item.id)).toEqual([id])
  expect(Object.keys(list[0] ?? {}).sort()).toEqual(
    ['address', 'createdAt', 'id', 'lastSeenAt', 'userAgent'].sort(),
  )
})

it('resets a password from outside: new one, no sessions, a disabled administrator back in', async () => {
  const id = await session(ana)
  await getDb().user.update({ where: { id: ana.id }, data: { disabledAt: new Date() } })
  const done = await resetPassword('ANA@example.com', fresh)
  expect(done).toEqual({ email: 'ana@example.com', endedSessions: 1, enabled: true })
  expect(await lives(ana, id)).toBe(false)
  expect(await signIn({ email: 'ana@example.com', password: fresh }, from)).not.toBeNull()
})

it('leaves a disabled person who is no administrator disabled', async () => {
  await getDb().user.update({ where: { id: ben.id }, data: { disabledAt: new Date() } })
  expect(await resetPassword('ben@example.com', fresh)).toMatchObject({ enabled: false })
  expect(await signIn({ email: 'ben@example.com', password: fresh }, from)).toBeNull()
})

it('refuses to reset for nobody, or to a short password', async () => {
  await expect(resetPassword('nobody@example.com', fresh)).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(resetPassword('ana@example.com', 'short')).rejects.toThrow(/At least 12/)
  expect(await signIn({ email: 'ana@example.com', password: old }, from)).not.toBeNull()
})

it('refuses a second person with the same address', async () => {
  await expect(person('ana@example.com', 'viewer')).rejects.toMatchObject({ code: 'conflict' })
})
