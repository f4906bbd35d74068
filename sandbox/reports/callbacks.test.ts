import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect, onTestFinished, test } from 'vitest'
import { key, makeDataDir, patiently, startTestSandbox } from '../testing/start-test-sandbox'

/** A receiver of callbacks; `next` waits for the one after the last that it gave. */
async function startReceiver(status = 200) {
  const received: { path: string; body: string }[] = []
  let arrived = () => {}
  const server = createServer(async (request, response) => {
    received.push({ path: request.url ?? '', body: await text(request) })
    response.writeHead(status).end()
    arrived()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const address = server.address() as { port: number }
  let given = 0
  return {
    received,
    url: `http://127.0.0.1:${address.port}/callbacks/token`,
    async next() {
      if (received.length <= given) await new Promise<void>((resolve) => (arrived = resolve))
      return received[given++]
    },
  }
}

const voice = { product: 'VOICE-CALL', account_id: key }
const fast = { realNow: Date.now, speed: 1000 }

test('posts the status when a report ends', async () => {
  const receiver = await startReceiver()
  const { create, status } = await startTestSandbox(fast)
  const { json } = await create({ ...voice, callback_url: receiver.url })
  expect(json.callback_url).toBe(receiver.url)
  const call = await receiver.next()
  expect(call?.path).toBe('/callbacks/token')
  const body = JSON.parse(call?.body ?? '')
  // An answer to the status call is held to Vonage's contract; a callback is the same.
  expect(body).toEqual((await status(json.request_id)).json)
  expect(body).toMatchObject({ request_status: 'SUCCESS', callback_url: receiver.url })
})

test('posts what came due while it was down, and only once', async () => {
  const receiver = await startReceiver(500)
  const dataDir = makeDataDir()
  const sandbox = await startTestSandbox({ dataDir })
  const { json } = await sandbox.create({ ...voice, callback_url: receiver.url })
  sandbox.time.now += 60_000
  await sandbox.restart()
  expect(JSON.parse((await receiver.next())?.body ?? '').request_id).toBe(json.request_id)
  await expect
    .poll(
      async () => (await sandbox.log()).map((entry) => [entry.operation, entry.status]),
      patiently,
    )
    .toContainEqual(['callback', 500])
  await sandbox.restart()
  const again = await sandbox.create({ ...voice, callback_url: receiver.url })
  sandbox.time.now += 60_000
  await sandbox.restart()
  expect(JSON.parse((await receiver.next())?.body ?? '').request_id).toBe(again.json.request_id)
  expect(receiver.received).toHaveLength(2)
})

test('does not post for what was cancelled or is stuck', async () => {
  const receiver = await startReceiver()
  const sandbox = await startTestSandbox({ faults: [{ name: 'stuck', count: 1 }] })
  await sandbox.create({ ...voice, callback_url: receiver.url })
  const cancelled = await sandbox.create({ ...voice, callback_url: receiver.url })
  await sandbox.cancel(cancelled.json.request_id)
  const last = await sandbox.create({ ...voice, callback_url: receiver.url })
  sandbox.time.now += 60_000
  await sandbox.restart()
  expect(JSON.parse((await receiver.next())?.body ?? '').request_id).toBe(last.json.request_id)
  expect(receiver.received).toHaveLength(1)
})

test('can send it twice, garbled, or not at all', async () => {
  const receiver = await startReceiver()
  const { create, log } = await startTestSandbox({
    ...fast,
    faults: [
      { name: 'duplicate', count: 1 },
      { name: 'unreadable', operation: ['callback'], count: 1 },
      { name: 'drop-before', operation: ['callback'], product: 'AMD' },
    ],
  })
  await create({ ...voice, callback_url: receiver.url })
  expect((await receiver.next())?.body).toBe((await receiver.next())?.body)
  await create({ ...voice, callback_url: receiver.url })
  expect((await receiver.next())?.body).toMatch(/^<html>/)
  await create({ ...voice, product: 'AMD', callback_url: receiver.url })
  await expect
    .poll(
      async () => (await log()).find((entry) => entry.fault === 'drop-before')?.outcome,
      patiently,
    )
    .toBe('call-failed')
  expect(receiver.received).toHaveLength(3)
})
