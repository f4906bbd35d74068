import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { UserActor } from '@/lib/schemas/actor'
import { listSubaccounts } from './list-subaccounts'
import { createWorld, type World, worldSecret } from './test-world'

const day = 24 * 3600_000
let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  world.calls.length = 0
  await world.db.subaccount.deleteMany()
  await world.db.account.updateMany({ data: { subaccountsAt: null } })
  await world.db.$executeRaw`DELETE FROM "RateLimit"`
})

const list = (refresh = false) =>
  listSubaccounts(world.ana, { accountId: world.accountId, refresh })
const answer = (...subaccounts: object[]) =>
  world.setJson(200, {
    _embedded: { primary_account: { api_key: 'abcd1234', name: 'Main' }, subaccounts },
  })
const two = [
  { api_key: 'sub00002', name: 'Webshop', suspended: true },
  { api_key: 'sub00001', name: 'Appointments\u0000', suspended: false },
]

it('asks Vonage once a day with the account’s key, and then gives what it said', async () => {
  answer(...two)
  const first = await list()
  expect(first).toEqual({
    subaccounts: [
      { apiKey: 'sub00001', name: 'Appointments', suspended: false },
      { apiKey: 'sub00002', name: 'Webshop', suspended: true },
    ],
    fetchedAt: expect.any(String),
    problem: null,
  })
  expect(world.calls.map(({ path }) => path)).toEqual(['/accounts/abcd1234/subaccounts'])
  expect(world.calls[0]?.headers.authorization).toBe(
    `Basic ${Buffer.from(`abcd1234:${worldSecret}`).toString('base64')}`,
  )
  expect(await list()).toEqual(first)
  expect(world.calls).toHaveLength(1)
})

it('asks again after a day, and on demand; what is gone goes', async () => {
  answer(...two)
  const first = await list()
  answer({ api_key: 'sub00003', name: null })
  const refreshed = await list(true)
  expect(refreshed.subaccounts).toEqual([{ apiKey: 'sub00003', name: '', suspended: false }])
  expect(Date.parse(refreshed.fetchedAt ?? '')).toBeGreaterThan(Date.parse(first.fetchedAt ?? ''))
  answer(...two)
  await world.moveClock(day + 1000)
  expect((await list()).subaccounts).toHaveLength(2)
  expect(world.calls).toHaveLength(3)
})

it.each([
  [403, /lists|allow/, /primary account/],
  [404, /no sub-accounts/, /primary account/],
  [401, /does not accept/, /not known/],
  [500, /fault/, /not known/],
])('keeps the last list when Vonage answers %i, and says why', async (status, title, meaning) => {
  answer(...two)
  const { fetchedAt } = await list()
  world.setJson(status, { title: 'No', detail: `you sent ${worldSecret}` })
  const kept = await list(true)
  expect(kept).toMatchObject({ fetchedAt, problem: { title: expect.stringMatching(title) } })
  expect(kept.problem?.meaning).toMatch(meaning)
  expect(kept.subaccounts).toHaveLength(2)
  expect(JSON.stringify(kept)).not.toContain(worldSecret)
})

it('without any list tells that there is none, and why', async () => {
  world.setJson(403, { type: 'x#forbidden', title: 'Forbidden' })
  expect(await list()).toMatchObject({ subaccounts: [], fetchedAt: null, problem: {} })
})

it('is for those who may ask for reports, of accounts that are there', async () => {
  answer()
  const viewer: UserActor = { ...world.ana, role: 'viewer' }
  await expect(
    listSubaccounts(viewer, { accountId: world.accountId, refresh: true }),
  ).rejects.toMatchObject({ code: 'forbidden' })
  await expect(
    listSubaccounts(world.ana, { accountId: world.ana.id, refresh: true }),
  ).rejects.toMatchObject({ code: 'not-found' })
  expect(world.calls).toEqual([])
})
