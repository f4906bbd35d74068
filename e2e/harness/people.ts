import { randomBytes } from 'node:crypto'
import { type APIRequest, expect } from '@playwright/test'
import { hashPassword } from '@/lib/credentials/password-hash'
import { createUser } from '@/lib/data/users/create-user'
import type { Role } from '@/lib/schemas/rights'
import { randomSecret } from './instance'

export type Person = {
  id: string
  name: string
  email: string
  password: string
  passwordHash: string
}

/** A person of a test's own. */
export async function addPerson(role: Role): Promise<Person> {
  const tag = randomBytes(4).toString('hex')
  const password = randomSecret()
  const passwordHash = await hashPassword(password)
  const columns = { name: `Person ${tag}`, email: `person-${tag}@example.com`, passwordHash }
  const { id } = await createUser({ ...columns, role })
  return { id, password, ...columns }
}

/** Nobody's browser. Without it, what a test opens has the cookies of the test's person. */
export const anonymous = { cookies: [], origins: [] }

/** Signs in by the request that the sign-in page makes. @returns the browser's cookies */
export async function signIn(
  requests: APIRequest,
  url: string,
  { email, password }: Pick<Person, 'email' | 'password'>,
) {
  const browser = await requests.newContext({
    baseURL: url,
    extraHTTPHeaders: { origin: url },
    storageState: anonymous,
  })
  const { csrfToken } = await (await browser.get('/api/auth/csrf')).json()
  const answer = await browser.post('/api/auth/callback/credentials', {
    form: { email, password, csrfToken, json: 'true' },
  })
  expect(answer.status()).toBe(200)
  const state = await browser.storageState()
  await browser.dispose()
  return state
}
