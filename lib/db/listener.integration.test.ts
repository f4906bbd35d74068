import { createServer } from 'node:net'
import { expect, it, onTestFinished, vi } from 'vitest'
import { findFreePort } from './embedded/free-port'
import { type Listener, startListener } from './listener'
import { createTestDatabase } from './test-database'

function start(): {
  ups: () => Promise<void>
  downs: ReturnType<typeof vi.fn>
  listener: Listener
} {
  const downs = vi.fn()
  let up = Promise.withResolvers<void>()
  const onUp = () => up.resolve()
  const listener = startListener({
    applicationName: 'test',
    channels: [],
    onNotification: () => {},
    onUp,
    onDown: downs,
  })
  onTestFinished(() => listener.close())
  const ups = async () => {
    await up.promise
    up = Promise.withResolvers()
  }
  return { ups, downs, listener }
}

it('tells once that it can’t listen, and listens as soon as it can', async () => {
  const database = await createTestDatabase()
  const port = await findFreePort()
  const target = new URL(database.url)
  const address = new URL(database.url)
  address.port = `${port}`
  process.env.DATABASE_URL = address.href
  const { ups, downs, listener } = start()
  await vi.waitUntil(() => downs.mock.calls.length > 0)
  expect(listener.isUp()).toBe(false)

  process.env.DATABASE_URL = target.href
  await ups()
  expect(listener.isUp()).toBe(true)
  expect(downs).toHaveBeenCalledTimes(1)
  listener.close()
  await database.drop()
})

it('does not take silence for a database', async () => {
  const connected = Promise.withResolvers<void>()
  // Takes connections, and says nothing.
  const silent = createServer(() => connected.resolve())
  const port = await findFreePort()
  await new Promise<void>((done) => silent.listen(port, '127.0.0.1', done))
  onTestFinished(() => void silent.close())
  process.env.DATABASE_URL = `postgresql://nobody@127.0.0.1:${port}/none`
  const { downs, listener } = start()
  await connected.promise
  await vi.waitUntil(() => downs.mock.calls.length > 0, { timeout: 20_000 })
  expect(listener.isUp()).toBe(false)
})
