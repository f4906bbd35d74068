import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { restoreContentLength } from './content-length'

async function ask(answer: (response: ServerResponse) => void): Promise<Response> {
  const server = createServer((_request, response) => {
    restoreContentLength(response)
    answer(response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return fetch(`http://127.0.0.1:${port}/`, { headers: { connection: 'close' } })
}

it('tells the length under its own name, and ours no more', async () => {
  const response = await ask((r) => {
    r.setHeader('x-body-length', '5')
    r.flushHeaders()
    r.end('12345')
  })
  expect(response.headers.get('content-length')).toBe('5')
  expect(response.headers.get('x-body-length')).toBeNull()
  expect(await response.text()).toBe('12345')
})

it('tells none of a compressed answer, nor where a route named none', async () => {
  const compressed = await ask((r) => {
    r.setHeader('x-body-length', '5')
    r.setHeader('content-encoding', 'identity')
    r.write('1')
    r.end('2')
  })
  expect(compressed.headers.get('content-length')).toBeNull()
  const plain = await ask((r) => {
    r.write('1')
    r.end()
  })
  expect(plain.headers.get('content-length')).toBeNull()
})
