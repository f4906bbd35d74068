import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { createSession } from '@/lib/data/sessions/create-session'
import { findLiveSession } from '@/lib/data/sessions/find-live-session'
import { changeRole } from '@/lib/data/users/change-role'
import { createUser } from '@/lib/data/users/create-user'
import { listUsers } from '@/lib/data/users/list-users'
import { switchOff } from '@/lib/data/users/switch-off'
import { switchOn } from '@/lib/data/users/switch-on'
import { closeDb, getDb } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/test-database'
import type { UserActor } from '@/lib/schemas/actor'
import type { Role } from '@/lib/schemas/rights'
import { signIn } from './sign-in'
import { inviteUser, makeLink } from './users'
import { readLink, setPasswordByLink as setByLink } from './users-set-password'

vi.mock('node:timers/promises', () => ({ setTimeout: async () => {} }))

const password = 'long enough word'
const from = { address: '203.0.113.1', userAgent: 'Test', previousSessionId: null }
const invitee = { email: 'cem@example.com', role: 'analyst' } as const
const chosen = { name: 'Cem', password }
let database: TestDatabase
let ana: UserActor

beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(async () => {
  await getDb().user.deleteMany()
  await getDb().signInThrottle.deleteMany()
  await moveClock(0)
  ana = await person('ana@example.com', 'admin')
})
afterAll(async () => {
  await closeDb()
  await database.drop()
})

async function person(email: string, role: Role): Promise<UserActor> {
  const { id } = await createUser({ email, name: email, role, passwordHash: 'kept from lists' })
  return { kind: 'user', id, name: email, role }
}

async function moveClock(days: number): Promise<void> {
  await getDb().$executeRaw`UPDATE "Clock" SET "offsetMs" = ${days * 86_400_000}::bigint`
}

const setPasswordByLink = (token: string, input: unknown) => setByLink(token, input, from)
const tokenOf = ({ path }: { path: string }) => path.replace('/invite/', '')
const canSignIn = async (email: string, word: string) =>
  (await signIn({ email, password: word }, from)) !== null
const rowOf = async (email: string) => (await listUsers(ana)).find((row) => row.email === email)
const idOf = async (email: string) => (await rowOf(email))?.id ?? ''
const gone = expect.objectContaining({ code: 'gone' })
const conflict = expect.objectContaining({ code: 'conflict' })

it('lets nobody but admins near users, and changes nothing for the others', async () => {
  const ben = await person('ben@example.com', 'viewer')
  for (const role of ['viewer', 'analyst'] as const) {
    const actor = { ...ben, role }
    for (const deed of [
      () => listUsers(actor),
      () => inviteUser(actor, invitee),
      () => makeLink(actor, ben.id),
      () => changeRole(actor, { id: ben.id, role: 'admin' }),
      () => switchOff(actor, ana.id),
      () => switchOn(actor, ana.id),
    ])
      await expect(deed()).rejects.toMatchObject({ code: 'forbidden' })
  }
  expect(await getDb().invitation.count()).toBe(0)
  expect((await listUsers(ana)).map(({ email, role, state }) => [email, role, state])).toEqual([
    ['ana@example.com', 'admin', 'active'],
    ['ben@example.com', 'viewer', 'active'],
  ])
})

it('invites by a link of which only the hash is kept, and which works once', async () => {
  const link = await inviteUser(ana, invitee)
  expect(link.path).toMatch(/^\/invite\/[A-Za-z0-9_-]{43}$/)
  const token = tokenOf(link)
  const stored = await getDb().invitation.findMany()
  expect(stored).toMatchObject([{ hash: expect.stringMatching(/^[0-9a-f]{64}$/), usedAt: null }])
  expect(JSON.stringify(stored)).not.toContain(token)
  expect(await rowOf(invitee.email)).toMatchObject({
    name: '',
    state: 'invited',
    linkExpiresAt: link.expiresAt,
  })
  expect(await canSignIn(invitee.email, password)).toBe(false)
  expect(await readLink(token)).toEqual({ email: invitee.email, name: '' })

  await setPasswordByLink(token, chosen)
  expect(await canSignIn(invitee.email, password)).toBe(true)
  expect(await rowOf(invitee.email)).toMatchObject({
    name: 'Cem',
    role: 'analyst',
    state: 'active',
    linkExpiresAt: null,
    lastSeenAt: expect.any(String),
  })
  expect(await readLink(token)).toBeNull()
  const again = setPasswordByLink(token, { name: 'Eve', password: 'another long word' })
  await expect(again).rejects.toEqual(gone)
  expect(await rowOf(invitee.email)).toMatchObject({ name: 'Cem' })
})

it('lets one of several who race for a link win', async () => {
  const token = tokenOf(await inviteUser(ana, invitee))
  const races = await Promise.allSettled(
    ['first', 'second', 'third'].map((word) =>
      setPasswordByLink(token, { name: word, password: `${word} of the long words` }),
    ),
  )
  const won = races.flatMap(({ status }, index) => (status === 'fulfilled' ? [index] : []))
  expect(won).toHaveLength(1)
  const winner = ['first', 'second', 'third'][won[0] ?? 0] ?? ''
  expect(await rowOf(invitee.email)).toMatchObject({ name: winner })
  expect(await canSignIn(invitee.email, `${winner} of the long words`)).toBe(true)
})

it('refuses a link after 7 days, a wrong one, and faulty input without using it up', async () => {
  const token = tokenOf(await inviteUser(ana, invitee))
  await expect(setPasswordByLink(`${token.slice(1)}x`, chosen)).rejects.toEqual(gone)
  await expect(setPasswordByLink(token, { name: ' ', password: 'short' })).rejects.toMatchObject({
    code: 'invalid',
    fieldErrors: { name: [expect.any(String)], password: [expect.any(String)] },
  })
  await moveClock(6.99)
  expect(await readLink(token)).not.toBeNull()
  await moveClock(7)
  expect(await readLink(token)).toBeNull()
  await expect(setPasswordByLink(token, chosen)).rejects.toEqual(gone)
  expect(await rowOf(invitee.email)).toMatchObject({ state: 'invited', linkExpiresAt: null })
})

it('resets by a link: the newest only, the password stays until then, sessions end', async () => {
  await setPasswordByLink(tokenOf(await inviteUser(ana, invitee)), chosen)
  const id = await idOf(invitee.email)
  const session = await createSession({ userId: id, ...from })
  const [older, newer] = [await makeLink(ana, id), await makeLink(ana, id)].map(tokenOf)
  await expect(setPasswordByLink(older ?? '', chosen)).rejects.toEqual(gone)
  expect(await canSignIn(invitee.email, password)).toBe(true)
  expect(await findLiveSession(session.id, id)).not.toBeNull()

  await setPasswordByLink(newer ?? '', { name: 'Cem K', password: 'the other long word' })
  expect(await findLiveSession(session.id, id)).toBeNull()
  expect(await canSignIn(invitee.email, password)).toBe(false)
  expect(await canSignIn(invitee.email, 'the other long word')).toBe(true)
  expect(await rowOf(invitee.email)).toMatchObject({ name: 'Cem K', role: 'analyst' })
})

it('refuses an address that is there already, and a link for nobody', async () => {
  await expect(inviteUser(ana, { ...invitee, email: 'ana@example.com' })).rejects.toMatchObject({
    code: 'conflict',
    fieldErrors: { email: [expect.any(String)] },
  })
  expect(await getDb().user.count()).toBe(1)
  const nobody = makeLink(ana, '00000000-0000-4000-8000-000000000000')
  await expect(nobody).rejects.toMatchObject({ code: 'not-found' })
})

it('ends sessions and links at once when a person is switched off, for good', async () => {
  await setPasswordByLink(tokenOf(await inviteUser(ana, invitee)), chosen)
  const id = await idOf(invitee.email)
  const session = await createSession({ userId: id, ...from })
  const anas = await createSession({ userId: ana.id, ...from })
  const token = tokenOf(await makeLink(ana, id))
  expect(await switchOff(ana, id)).toEqual({ endedSessions: 1 })
  expect(await getDb().session.count({ where: { userId: id, endedAt: null } })).toBe(0)
  expect(await findLiveSession(session.id, id)).toBeNull()
  expect(await findLiveSession(anas.id, ana.id)).not.toBeNull()
  expect(await canSignIn(invitee.email, password)).toBe(false)
  expect(await readLink(token)).toBeNull()
  await expect(setPasswordByLink(token, chosen)).rejects.toEqual(gone)
  await expect(makeLink(ana, id)).rejects.toEqual(conflict)
  expect(await rowOf(invitee.email)).toMatchObject({ state: 'off', linkExpiresAt: null })

  // As a sign-in leaves it that passed its check just before.
  const late = await createSession({ userId: id, ...from })
  await switchOn(ana, id)
  for (const ended of [session, late]) expect(await findLiveSession(ended.id, id)).toBeNull()
  expect(await readLink(token)).toBeNull()
  expect(await canSignIn(invitee.email, password)).toBe(true)
})

it('changes a role from the next request on', async () => {
  const ben = await person('ben@example.com', 'viewer')
  const session = await createSession({ userId: ben.id, ...from })
  await changeRole(ana, { id: ben.id, role: 'analyst' })
  expect(await findLiveSession(session.id, ben.id)).toMatchObject({ user: { role: 'analyst' } })
})

it('keeps the last active admin: one invited or switched off is no other', async () => {
  await inviteUser(ana, { ...invitee, role: 'admin' })
  const ben = await person('ben@example.com', 'admin')
  await switchOff(ana, ben.id)
  await expect(changeRole(ana, { id: ana.id, role: 'viewer' })).rejects.toEqual(conflict)
  await expect(switchOff(ana, ana.id)).rejects.toEqual(conflict)
  expect(await rowOf(ana.name)).toMatchObject({ role: 'admin', state: 'active' })

  await switchOn(ana, ben.id)
  await changeRole(ana, { id: ana.id, role: 'viewer' })
  expect(await rowOf(ana.name)).toMatchObject({ role: 'viewer' })
})

it('keeps one of two admins whom racing calls would take', async () => {
  const ben = await person('ben@example.com', 'admin')
  const countAdmins = () => getDb().user.count({ where: { role: 'admin', disabledAt: null } })
  for (let round = 0; round < 5; round += 1) {
    const races = await Promise.allSettled([
      changeRole(ana, { id: ben.id, role: 'viewer' }),
      switchOff(ben, ana.id),
    ])
    expect(races.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(races.find(({ status }) => status === 'rejected')).toMatchObject({ reason: conflict })
    expect(await countAdmins()).toBe(1)
    await getDb().user.updateMany({ data: { role: 'admin', disabledAt: null } })
  }
})

it('never lists a hash, a token or a password', async () => {
  const token = tokenOf(await inviteUser(ana, invitee))
  const { hash } = await getDb().invitation.findFirstOrThrow()
  const list = await listUsers(ana)
  for (const secret of [token, hash, 'kept from lists'])
    expect(JSON.stringify(list)).not.toContain(secret)
  const keys = ['email', 'id', 'lastSeenAt', 'linkExpiresAt', 'name', 'role', 'state']
  for (const row of list) expect(Object.keys(row).sort()).toEqual(keys)
})
