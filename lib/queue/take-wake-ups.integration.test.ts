import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDb, transact } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/test-database'
import { stopBoss, wake } from './boss'
import { takeWakeUps } from './take-wake-ups'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(async () => {
  await stopBoss(1000)
  await closeDb()
  await database.drop()
})

test('what was put off is taken when its time has come, though nobody says so then', async () => {
  const taken: string[] = []
  let tell: () => void = () => undefined
  const nextTaken = () =>
    new Promise<void>((done) => {
      tell = done
    })
  const one = { atOnce: 1, perAccount: 1 }
  const wakeUps = await takeWakeUps({
    hands: { request: one, archive: one },
    handle: async ({ requestId }) => {
      taken.push(requestId)
      tell()
    },
    onFault: (error) => taken.push(`${error}`),
  })
  const [now, later] = [randomUUID(), randomUUID()]
  const first = nextTaken()
  await transact((tx) => wake(tx, 'request', { requestId: now }, { delayMs: 0, group: 'a' }))
  await first
  const second = nextTaken()
  await transact((tx) => wake(tx, 'request', { requestId: later }, { delayMs: 500, group: 'a' }))
  await second
  expect(taken).toEqual([now, later])
  await wakeUps.stop()
}, 15_000)
