import { afterAll, beforeAll, expect, it } from 'vitest'
import { closeDb } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/test-database'
import { acquireSlot, LimiterBusy } from './rate-limit'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => {
  await closeDb()
  await database.drop()
})

it('hands each slot out once: never more than 5 in any second, for all that ask at once', async () => {
  const key = { environment: 'live' as const, apiKey: 'aaaa1111' }
  const times: number[] = []
  await Promise.all(
    Array.from({ length: 12 }, async () => {
      await acquireSlot(key, 'async')
      times.push(performance.now())
    }),
  )
  times.sort((a, b) => a - b)
  for (let n = 5; n < times.length; n++)
    expect((times[n] as number) - (times[n - 5] as number)).toBeGreaterThan(850)
})

it('turns away at once what would wait too long, and says for how long', async () => {
  const key = { environment: 'live' as const, apiKey: 'bbbb2222' }
  const tries = await Promise.allSettled(
    Array.from({ length: 10 }, () => acquireSlot(key, 'async', { maxWaitMs: 500 })),
  )
  const refused = tries.flatMap((t) => (t.status === 'rejected' ? [t.reason] : []))
  expect(refused.length).toBeGreaterThanOrEqual(5)
  for (const error of refused) {
    expect(error).toBeInstanceOf(LimiterBusy)
    expect(error.retryAfterMs).toBeGreaterThan(0)
  }
})

it('keeps keys, environments and lanes apart', async () => {
  const started = performance.now()
  await Promise.all([
    acquireSlot({ environment: 'live', apiKey: 'cccc3333' }, 'async'),
    acquireSlot({ environment: 'sandbox', apiKey: 'cccc3333' }, 'async'),
    acquireSlot({ environment: 'live', apiKey: 'cccc3333' }, 'sync'),
    acquireSlot({ environment: 'live', apiKey: 'dddd4444' }, 'async'),
  ])
  expect(performance.now() - started).toBeLessThan(190)
})
