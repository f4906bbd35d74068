import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { listAccounts } from '@/lib/data/accounts/list-accounts'
import { addAccount, checkAccount, relabelAccount, removeAccount, replaceSecret } from './accounts'
import { createWorld, type World } from './test-world'

const secret = 'Acc0untS3cret+/='
let world: World
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => world.end())
beforeEach(async () => {
  world.calls.length = 0
  await world.db.$executeRaw`DELETE FROM "RateLimit"`
})

const records = { request_status: 'SUCCESS', items_count: 0, records: [] }
const input = {
  label: 'Second',
  environment: 'live' as const,
  apiKey: 'wxyz9876',
  apiSecret: secret,
}

it('tries the key pair with the free call, seals the secret, and shows only its tail', async () => {
  world.setJson(200, records)
  const account = await addAccount(world.ana, input)
  expect(world.calls).toHaveLength(1)
  expect(world.calls[0]?.path).toContain('product=REPORTS-USAGE')
  expect(world.calls[0]?.headers.authorization).toBe(
    `Basic ${Buffer.from(`wxyz9876:${secret}`).toString('base64')}`,
  )
  const shown = JSON.stringify([account, await listAccounts(world.ana)])
  expect(shown).not.toContain(secret)
  expect(account.secretTail).toBe('••••t+/=')
  const stored = await world.db.accountSecret.findUniqueOrThrow({
    where: { accountId: account.id },
  })
  expect(stored.sealed).toMatch(/^v1\./)
  expect(stored.sealed).not.toContain(secret)
})

it('refuses a key that is here already', async () => {
  await expect(addAccount(world.ana, input)).rejects.toMatchObject({
    fieldErrors: { apiKey: [expect.stringContaining('Second')] },
  })
})

it.each([
  [401, { fieldErrors: { apiSecret: [expect.any(String)] } }],
  [403, { fieldErrors: { apiKey: [expect.any(String)] } }],
  [500, { code: 'upstream' }],
])(
  'stores nothing when Vonage answers %i, and says why without the secret',
  async (status, error) => {
    world.setJson(status, { title: 'No', detail: `you sent ${secret}` })
    const failed = await addAccount(world.ana, { ...input, apiKey: 'none0000' }).catch((e) => e)
    expect(failed).toMatchObject(error)
    expect(`${failed.message} ${JSON.stringify(failed)}`).not.toContain(secret)
    expect(await world.db.account.count({ where: { apiKey: 'none0000' } })).toBe(0)
  },
)

it('lets waiting requests go on when a refused account works again', async () => {
  const id = await world.newRequest()
  await world.db.account.update({
    where: { id: world.accountId },
    data: { refusedAt: new Date(), refusal: { title: 'No' } },
  })
  await world.db.reportRequest.update({
    where: { id },
    data: { dueAt: new Date(Date.now() + 900_000) },
  })
  world.setJson(200, records)
  const account = await checkAccount(world.ana, { id: world.accountId })
  expect(account.refusedAt).toBeNull()
  expect((await world.row(id)).dueAt?.getTime()).toBeLessThanOrEqual(Date.now() + 100)
})

it('removes the secret, keeps the history, and revives the same row', async () => {
  const requestId = await world.newRequest()
  await removeAccount(world.ana, { id: world.accountId })
  expect(await world.db.accountSecret.count({ where: { accountId: world.accountId } })).toBe(0)
  expect((await listAccounts(world.ana)).map((a) => a.id)).not.toContain(world.accountId)
  expect((await world.step(requestId)).state).toBe('cancelled')
  world.setJson(200, records)
  const again = await addAccount(world.ana, { ...input, apiKey: 'abcd1234', label: 'Back' })
  expect(again.id).toBe(world.accountId)
})

it('keeps no secret of an account that was removed while Vonage was asked', async () => {
  world.setAnswer(async (_call, response) => {
    await removeAccount(world.ana, { id: world.accountId })
    response.end(JSON.stringify(records))
  })
  await expect(
    replaceSecret(world.ana, { id: world.accountId, apiSecret: secret }),
  ).rejects.toMatchObject({ code: 'not-found' })
  expect(await world.db.accountSecret.count({ where: { accountId: world.accountId } })).toBe(0)
})

it('is not for those who may not manage accounts', async () => {
  const analyst = { ...world.ana, role: 'analyst' as const }
  const id = world.accountId
  const tries = [
    addAccount(analyst, { ...input, apiKey: 'none0001' }),
    relabelAccount(analyst, { id, label: 'x' }),
    replaceSecret(analyst, { id, apiSecret: 'x' }),
    checkAccount(analyst, { id }),
    removeAccount(analyst, { id }),
  ]
  for (const attempt of tries) await expect(attempt).rejects.toMatchObject({ code: 'forbidden' })
})
