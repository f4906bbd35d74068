import { assert, asyncProperty, string } from 'fast-check'
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { hashPassword } from '@/lib/credentials/password-hash'
import { findLiveSession } from '@/lib/data/sessions/find-live-session'
import { createUser } from '@/lib/data/users/create-user'
import { closeDb, getDb } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/test-database'
import { signIn } from './sign-in'

const waits = vi.hoisted(() => [] as number[])
vi.mock('node:timers/promises', () => ({
  setTimeout: async (ms: number) => void waits.push(ms),
}))

const password = 'correct horse battery'
const from = { address: '203.0.113.1', userAgent: 'Test', previousSessionId: null }
let database: TestDatabase
let userId: string

beforeAll(async () => {
  database = await createTestDatabase()
  const passwordHash = await hashPassword(password)
  const user = { email: 'ana@example.com', name: 'Ana', role: 'admin' as const, passwordHash }
  userId = (await createUser(user)).id
})
beforeEach(async () => {
  await getDb().signInThrottle.deleteMany()
  waits.length = 0
})
afterAll(async () => {
  await closeDb()
  await database.drop()
})

const tryPassword = (word: string, address = from.address) =>
  signIn({ email: 'ana@example.com', password: word }, { ...from, address })

it('begins a session for the right password, in whatever case the address is typed', async () => {
  const signedIn = await signIn({ email: ' Ana@Example.COM ', password }, from)
  expect(signedIn?.userId).toBe(userId)
  const live = await findLiveSession(signedIn?.sessionId ?? '', userId)
  expect(live?.user).toMatchObject({ email: 'ana@example.com', role: 'admin' })
})

it('answers a wrong password, an unknown address and garbage alike', async () => {
  expect(await tryPassword('wrong password')).toBeNull()
  expect(await signIn({ email: 'nobody@example.com', password }, from)).toBeNull()
  expect(await signIn({ email: ['a'], password: { $ne: '' } }, from)).toBeNull()
  expect(await signIn({ email: 'ana@example.com', password: 'x'.repeat(1e6) }, from)).toBeNull()
  expect(await signIn(undefined, from)).toBeNull()
})

it('ends the session that the browser had before', async () => {
  const first = await signIn({ email: 'ana@example.com', password }, from)
  const previousSessionId = first?.sessionId ?? null
  await signIn({ email: 'ana@example.com', password }, { ...from, previousSessionId })
  expect(await findLiveSession(previousSessionId ?? '', userId)).toBeNull()
})

it('holds tries for a person ever longer from all addresses, and lets the right password in', async () => {
  for (let i = 0; i < 12; i++) await tryPassword('wrong', `203.0.113.${i}`)
  expect(waits.slice(0, 4)).toEqual([0, 0, 0, 0])
  expect(waits.slice(4).every((ms, i, all) => ms > 0 && ms >= (all[i - 1] ?? 0) - 500)).toBe(true)
  expect(Math.max(...waits)).toBeLessThanOrEqual(8_000)
  expect(await tryPassword(password, '203.0.113.99')).not.toBeNull()
  expect(waits.at(-1)).toBeGreaterThan(4_000)
  await tryPassword(password, '203.0.113.98')
  expect(waits.at(-1)).toBe(0)
})

it('holds tries of one address across persons; a success of its own does not reset that', async () => {
  const guess = (i: number) => signIn({ email: `p${i}@example.com`, password: 'wrong' }, from)
  for (let i = 0; i < 12; i++) await guess(i)
  expect(waits.at(-1)).toBeGreaterThan(0)
  await tryPassword(password)
  await guess(13)
  expect(waits.at(-1)).toBeGreaterThan(0)
})

it('counts tries that come at the same moment', async () => {
  await Promise.all(Array.from({ length: 8 }, () => tryPassword('wrong')))
  const sums = await getDb().signInThrottle.findMany({ select: { failures: true } })
  expect(sums.map((row) => row.failures)).toEqual([8, 8])
})

it('refuses more tries at once than it is willing to hold', async () => {
  const tries = Array.from({ length: 11 }, () => tryPassword('wrong'))
  const outcomes = await Promise.allSettled(tries)
  const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
  expect(refused).toHaveLength(1)
  expect(refused[0]?.reason).toMatchObject({ code: 'throttled' })
})

it('stores neither addresses nor passwords that were tried', async () => {
  await signIn({ email: 'my-password@example.com', password: 'hunter2hunter2' }, from)
  const stored = JSON.stringify(await getDb().signInThrottle.findMany())
  expect(stored).not.toMatch(/my-password|hunter2/)
})

it('lets a disabled person neither in nor go on', async () => {
  const before = await signIn({ email: 'ana@example.com', password }, from)
  await getDb().user.update({ where: { id: userId }, data: { disabledAt: new Date() } })
  expect(await tryPassword(password)).toBeNull()
  expect(await findLiveSession(before?.sessionId ?? '', userId)).toBeNull()
  await getDb().user.update({ where: { id: userId }, data: { disabledAt: null } })
  expect(await findLiveSession(before?.sessionId ?? '', userId)).toBeNull()
})

it('writes down each sign-in and each failure with its reason, and from where', async () => {
  const since = new Date(0)
  const before = await getDb().auditEntry.count({ where: { at: { gt: since } } })
  await tryPassword('wrong password')
  await signIn({ email: 'nobody@example.com', password }, from)
  await signIn(undefined, from)
  await getDb().user.update({ where: { id: userId }, data: { disabledAt: new Date() } })
  await tryPassword(password)
  await getDb().user.update({ where: { id: userId }, data: { disabledAt: null } })
  await tryPassword(password)
  const entries = await getDb().auditEntry.findMany({ orderBy: { id: 'asc' }, skip: before })
  expect(
    entries.map(({ kind, actorKind, actorName, subjectId, data }) => [
      kind,
      actorKind,
      actorName,
      subjectId,
      (data as { reason?: string }).reason,
    ]),
  ).toEqual([
    ['sign-in.failed', 'stranger', 'ana@example.com', userId, 'the password was wrong'],
    ['sign-in.failed', 'stranger', 'nobody@example.com', null, 'nobody here has this address'],
    ['sign-in.failed', 'stranger', '', null, 'what was typed was incomplete'],
    ['sign-in.failed', 'stranger', 'ana@example.com', userId, 'the person is switched off'],
    ['sign-in.done', 'user', 'Ana', null, undefined],
  ])
  for (const { address, userAgent } of entries)
    expect({ address, userAgent }).toEqual({ address: from.address, userAgent: from.userAgent })
})

it('writes down no password, in whichever field it was typed', async () => {
  const secrets = string({ minLength: 8, unit: 'binary' }).filter((text) => text.trim().length > 7)
  await assert(
    asyncProperty(secrets, async (secret) => {
      await signIn({ email: 'ana@example.com', password: secret }, from)
      await signIn({ email: secret, password: 'x' }, from)
      await signIn({ email: [secret], password: { secret } }, from)
      const entries = await getDb().auditEntry.findMany({ orderBy: { id: 'desc' }, take: 3 })
      const told = entries.flatMap(({ actorName, subjectName, data }) => [
        actorName,
        subjectName,
        ...Object.values(data as object),
      ])
      expect(told.some((text) => String(text).includes(secret.trim().replaceAll('\0', '')))).toBe(
        false,
      )
    }),
    { numRuns: 25 },
  )
})
