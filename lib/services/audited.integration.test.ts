import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { getEnv } from '@/lib/config/env'
import type { UserActor } from '@/lib/schemas/actor'
import { addAccount } from './accounts'
import { changePassword } from './change-password'
import { createFirstAdmin } from './create-first-admin'
import { prepareFirstUser } from './prepare-first-user'
import { resetPassword } from './reset-password'
import { signIn } from './sign-in'
import { signOut } from './sign-out'
import { createWorld, type World } from './test-world'
import { inviteUser } from './users'
import { setPasswordByLink } from './users-set-password'

vi.mock('node:timers/promises', () => ({ setTimeout: async () => {} }))

// What no signed-in person's action does, or what fails, is written down, too. The actions are walked through in
// `app/server-actions.integration.test.ts`.

const whence = { address: '203.0.113.5', userAgent: 'Test' }
const from = { ...whence, previousSessionId: null }
const email = 'first@example.com'
const typed = ['the first long password', 'the wrong password', 'the third long one', 'Typ3dS3cret']
const [first = '', wrong = '', third = '', apiSecret = ''] = typed
let world: World

beforeAll(async () => {
  world = await createWorld()
  await world.db.user.deleteMany()
})
afterAll(() => world.end())

/** What was written down since the last time, without the ids. */
let told = 0
async function news() {
  const entries = await world.db.auditEntry.findMany({ orderBy: { id: 'asc' }, skip: told })
  told += entries.length
  for (const secret of typed) expect(JSON.stringify(entries)).not.toContain(secret)
  return entries.map(({ kind, actorKind, actorName, address }) => [
    kind,
    actorKind,
    actorName,
    address,
  ])
}

it('the set-up, and a code that was wrong', async () => {
  const form = { email, password: first, name: 'First' }
  const printed = await prepareFirstUser({ ...getEnv(), ADMIN_EMAIL: undefined })
  const code = printed?.split('code: ')[1] ?? ''
  await createFirstAdmin({ ...form, code: 'AAAA-AAAA-AAAA' }, from).catch(() => {})
  await createFirstAdmin({ ...form, code }, from)
  expect(await news()).toEqual([
    ['setup.failed', 'stranger', email, whence.address],
    ['setup.done', 'stranger', email, whence.address],
  ])
  expect(JSON.stringify(await world.db.auditEntry.findMany())).not.toContain(code)
})

it('sign-out, a wrong current password, a link that was used, a reset on the command line', async () => {
  const signedIn = await signIn({ email, password: first }, from)
  const { id, role } = await world.db.user.findUniqueOrThrow({ where: { email } })
  const actor: UserActor = { kind: 'user', id, name: 'First', role, ...whence }
  const sessionId = signedIn?.sessionId ?? ''
  const change = { currentPassword: wrong, newPassword: third }
  await changePassword(actor, change, { ...whence, sessionId }).catch(() => {})
  const { path } = await inviteUser(actor, { email: 'second@example.com', role: 'viewer' })
  const token = path.split('/').at(-1) ?? ''
  await setPasswordByLink(token, { name: 'Second', password: third }, whence)
  await resetPassword('second@example.com', first)
  await signOut(actor, sessionId)
  expect(await news()).toEqual([
    ['sign-in.done', 'user', 'First', whence.address],
    ['password.refused', 'user', 'First', whence.address],
    ['user.invited', 'user', 'First', whence.address],
    ['password.set-by-link', 'stranger', 'second@example.com', whence.address],
    ['password.reset', 'console', 'Command line', null],
    ['sign-in.ended', 'user', 'First', whence.address],
  ])
  expect(JSON.stringify(await world.db.auditEntry.findMany())).not.toContain(token)
})

it('a key that Vonage refuses, without the secret, also when Vonage repeats it', async () => {
  world.setJson(401, { title: `no ${apiSecret}`, detail: `you sent ${apiSecret}`, instance: 'x1' })
  const { id, role } = await world.db.user.findUniqueOrThrow({ where: { email } })
  const actor: UserActor = { kind: 'user', id, name: 'First', role, ...whence }
  const account = { label: 'New', environment: 'live', apiKey: 'tryme123', apiSecret } as const
  await addAccount(actor, account).catch(() => {})
  expect(await news()).toEqual([['account.check-failed', 'user', 'First', whence.address]])
})
