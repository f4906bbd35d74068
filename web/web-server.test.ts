import { once } from 'node:events'
import { type IncomingHttpHeaders, type RequestListener, request, type Server } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, expect, test } from 'vitest'
import { stampClientAddress } from './client-address'
import { createWebServer } from './create-web-server'
import { drain } from './drain'
import { ListenError, listen } from './listen'

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close().closeAllConnections()
})

async function serve(listener: RequestListener): Promise<{ server: Server; address: string }> {
  const server = createWebServer(listener)
  servers.push(server)
  return { server, address: await listen(server, '127.0.0.1', 0) }
}

async function findStamped(trustedProxies: number, headers: Record<string, string>) {
  const { address } = await serve((incoming, response) => {
    stampClientAddress(incoming, trustedProxies)
    response.end(JSON.stringify(incoming.headers))
  })
  const response = await fetch(address, { headers })
  return (await response.json()) as IncomingHttpHeaders
}

const forged = {
  'x-forwarded-for': '6.6.6.6',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'https',
  forwarded: 'for=6.6.6.6',
}

test('without a proxy, nothing that a client says of itself is left', async () => {
  const headers = await findStamped(0, forged)
  expect(headers['x-forwarded-for']).toBe('127.0.0.1')
  for (const name of ['x-forwarded-host', 'x-forwarded-proto', 'forwarded']) {
    expect(headers[name]).toBeUndefined()
  }
})

test('behind a proxy, its word stands and its address is appended', async () => {
  expect(await findStamped(1, forged)).toMatchObject({
    'x-forwarded-for': '6.6.6.6, 127.0.0.1',
    'x-forwarded-host': 'evil.example',
  })
})

test('a header section of more than 16 KB is refused', async () => {
  const { address } = await serve((_, response) => response.end())
  const response = await fetch(address, { headers: { 'x-long': 'x'.repeat(17_000) } })
  expect(response.status).toBe(431)
})

test('draining lets an open response end, and takes no new connection', async () => {
  const arrived = Promise.withResolvers<() => void>()
  const { server, address } = await serve((_, response) => {
    response.write('first ')
    arrived.resolve(() => response.end('last'))
  })
  const answer = text(await get(address))
  const finish = await arrived.promise
  const drained = drain(server, 8_000)
  const refused = connect({ port: Number(new URL(address).port), host: '127.0.0.1' })
  const [error] = await once(refused, 'error')
  expect(error.code).toBe('ECONNREFUSED')
  finish()
  expect(await answer).toBe('first last')
  await drained
})

async function get(address: string) {
  const [response] = await once(request(address).end(), 'response')
  return response
}

test('draining cuts what does not end', async () => {
  const { server, address } = await serve((_, response) => void response.write('endless'))
  const answer = text(await get(address))
  const cut = expect(answer).rejects.toThrow('aborted')
  await drain(server, 50)
  await cut
})

test('an occupied port is named, with what to do', async () => {
  const { address } = await serve((_, response) => response.end())
  const other = createWebServer((_, response) => response.end())
  const listening = listen(other, '127.0.0.1', Number(new URL(address).port), 10)
  await expect(listening).rejects.toThrow(ListenError)
  await expect(listening).rejects.toThrow(/in use by another program.*PORT/)
})

test('an answer is private, unless whoever gives it says otherwise', async () => {
  const { address } = await serve((request, response) => {
    if (request.url === '/own') response.setHeader('cache-control', 'private, no-cache')
    response.end()
  })
  const cacheControl = async (path: string) =>
    (await fetch(new URL(path, address))).headers.get('cache-control')
  expect(await cacheControl('/')).toBe('private, no-store')
  expect(await cacheControl('/own')).toBe('private, no-cache')
})
