import { decode, encode } from 'next-auth/jwt'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createSession } from '@/lib/data/sessions/create-session'
import { endSession } from '@/lib/data/sessions/end-session'
import { createUser } from '@/lib/data/users/create-user'
import { closeDb } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/test-database'
import { makeAuthOptions } from './auth-options'
import { openSessionToken, sealSessionToken } from './session-token'

const secret = vi.hoisted(() => {
  process.env.AUTH_SECRET = 'a secret of at least thirty-two characters'
  return process.env.AUTH_SECRET
})
let database: TestDatabase
let userId: string
let sessionId: string

beforeAll(async () => {
  database = await createTestDatabase()
  const ana = { email: 'ana@example.com', name: 'Ana', role: 'admin' as const, passwordHash: 'x' }
  userId = (await createUser(ana)).id
  sessionId = (await createSession({ userId, address: '', userAgent: '' })).id
})
afterAll(async () => {
  await closeDb()
  await database.drop()
})

type JwtCall = Parameters<
  NonNullable<ReturnType<typeof makeAuthOptions>['callbacks']>['jwt'] & object
>[0]
const jwt = (call: object) => makeAuthOptions().callbacks?.jwt?.(call as JwtCall)

it('puts two ids into a token at sign-in, and nothing of the person', async () => {
  const user = { id: userId, sessionId, email: 'ana@example.com', name: 'Ana' }
  const token = { sub: userId, email: 'ana@example.com', name: 'Ana' }
  expect(await jwt({ token, user })).toEqual({ sub: userId, sid: sessionId })
})

it('tells a browser no more of its session than when it ends', async () => {
  const session = { expires: '2027-01-01', user: { email: 'ana@example.com' } }
  const call = { session, token: { sub: userId, sid: sessionId } }
  const callback = makeAuthOptions().callbacks?.session
  expect(await callback?.(call as unknown as Parameters<typeof callback>[0])).toEqual({
    expires: '2027-01-01',
  })
})

it('seals tokens that say who and which, and opens only its own', async () => {
  const token = await sealSessionToken({ userId, sessionId })
  expect(await openSessionToken(token)).toEqual({ userId, sessionId })
  const payload = await decode({ token, secret })
  expect(Object.keys(payload ?? {}).sort()).toEqual(['exp', 'iat', 'jti', 'sid', 'sub'])
  const forged = await encode({ token: { sub: userId, sid: sessionId }, secret: 'another' })
  const expired = await encode({ token: { sub: userId, sid: sessionId }, secret, maxAge: -60 })
  const odd = await encode({ token: { sub: 'x', sid: ['y'] }, secret })
  for (const bad of [forged, expired, odd, 'garbage', '', undefined, 'x'.repeat(100_000)]) {
    expect(await openSessionToken(bad)).toBeNull()
  }
})

it('refuses a token whose session has ended', async () => {
  const call = { token: { sub: userId, sid: sessionId }, user: undefined }
  expect(await jwt(call)).toEqual({ sub: userId, sid: sessionId })
  await endSession(sessionId)
  await expect(jwt(call)).rejects.toThrow('ended')
})
