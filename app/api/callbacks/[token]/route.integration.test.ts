import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createWorld, type World } from '@/lib/services/test-world'
import { getVaultKey } from '@/lib/services/vault-key'
import { createCallbackToken } from '@/lib/vault/callback-token'
import { POST } from './route'

let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())

const post = async (token: string, body: string) =>
  (
    await POST(new Request('https://reports.example.com/', { method: 'POST', body }), {
      params: Promise.resolve({ token }),
    })
  ).status

it('takes the token, whatever the body, and a candidate only from a readable one', async () => {
  const id = await world.inState('unconfirmed', { dueAt: null })
  const token = createCallbackToken(id, getVaultKey())
  const huge = JSON.stringify({ request_id: 'huge-1', filler: 'x'.repeat(100_000) })
  for (const body of ['', 'no json', '[]', huge]) expect(await post(token, body)).toBe(200)
  expect((await world.row(id)).candidateRequestId).toBeNull()
  for (let twice = 0; twice < 2; twice++)
    expect(await post(token, JSON.stringify({ request_id: 'found-1' }))).toBe(200)
  expect((await world.row(id)).candidateRequestId).toBe('found-1')
  expect((await world.kinds(id)).filter((kind) => kind === 'candidate')).toHaveLength(1)
})

it('knows no other token', async () => {
  const stranger = createCallbackToken(randomUUID(), getVaultKey())
  for (const token of [stranger, 'x', '../..', 'x'.repeat(5000)])
    expect(await post(token, '{}')).toBe(404)
})
