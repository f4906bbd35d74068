import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { describe, expect, it } from 'vitest'
import { createTestClient, startAnswering, startRaw } from './test-upstream'
import type { VonageError } from './vonage-error'

const answer = '{"request_id":"abc","request_status":"PENDING"}'
const whole = `HTTP/1.1 200 OK\r\ncontent-length: ${answer.length}\r\n\r\n${answer}`
const half = whole.slice(0, -10)

function failure(promise: Promise<unknown>): Promise<VonageError> {
  return promise.then(
    () => expect.unreachable('it should fail'),
    (error) => error,
  )
}

/** Calls back once the request's headers, or its body too, have arrived. */
function onReceived(socket: Socket, what: 'headers' | 'body', react: () => void) {
  let seen = ''
  socket.on('data', (chunk) => {
    seen += chunk
    const [, body] = seen.split('\r\n\r\n')
    if (body === undefined || (what === 'body' && !body.endsWith('}'))) return
    seen = ''
    react()
  })
}

async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

describe('a create that surely was not made', () => {
  it('is unreachable when nobody listens', async () => {
    const client = createTestClient(`http://127.0.0.1:${await closedPort()}`)
    expect(await failure(client.createReport({}))).toMatchObject({
      kind: 'unreachable',
      code: 'ECONNREFUSED',
      requestSent: false,
    })
  })

  it('is unreachable when the name is unknown', async () => {
    const error = await failure(createTestClient('https://no.invalid').createReport({}))
    expect(error).toMatchObject({ kind: 'unreachable', requestSent: false })
    expect(error.code).toMatch(/ENOTFOUND|EAI_AGAIN/)
  })

  it('is unreachable when TLS fails: the server speaks none', async () => {
    const server = await startRaw((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    const client = createTestClient(server.url.replace('http:', 'https:'))
    expect(await failure(client.createReport({}))).toMatchObject({
      kind: 'unreachable',
      requestSent: false,
    })
  })

  it('is unreachable when TLS hangs beyond the time to connect', async () => {
    const server = await startRaw(() => {})
    const client = createTestClient(server.url.replace('http:', 'https:'), {
      timeouts: { connect: 50 },
    })
    expect(await failure(client.createReport({}))).toMatchObject({
      kind: 'unreachable',
      code: 'UND_ERR_CONNECT_TIMEOUT',
    })
  })

  it('is unreachable when given up while it connects, and is not sent afterwards', async () => {
    const abortion = new AbortController()
    const server = await startRaw(() => abortion.abort())
    const client = createTestClient(server.url.replace('http:', 'https:'))
    expect(await failure(client.createReport({}, abortion.signal))).toMatchObject({
      kind: 'unreachable',
      code: 'ABORTED',
    })
  })

  it('is not sent when it was given up while the limiter made it wait', async () => {
    const upstream = await startAnswering(200, answer)
    const abortion = new AbortController()
    const client = createTestClient(upstream.url, { acquire: async () => abortion.abort() })
    expect(await failure(client.createReport({}, abortion.signal))).toMatchObject({
      kind: 'unreachable',
    })
    expect(upstream.received).toEqual([])
  })
})

describe('a create whose answer is lost', () => {
  it.each<[string, (socket: Socket) => void]>([
    ['closed after the headers', (socket) => onReceived(socket, 'headers', () => socket.destroy())],
    ['closed after the body', (socket) => onReceived(socket, 'body', () => socket.destroy())],
    [
      'reset after the body',
      (socket) => onReceived(socket, 'body', () => socket.resetAndDestroy()),
    ],
    ['half an answer', (socket) => onReceived(socket, 'body', () => socket.end(half))],
    [
      'half of the headers',
      (socket) => onReceived(socket, 'body', () => socket.end('HTTP/1.1 20')),
    ],
    ['no HTTP', (socket) => onReceived(socket, 'body', () => socket.end('hello\r\n\r\n'))],
  ])('%s: sent once, lost', async (_what, behave) => {
    const server = await startRaw(behave)
    const error = await failure(createTestClient(server.url).createReport({ product: 'SMS' }))
    expect(error).toMatchObject({ kind: 'lost', requestSent: true })
    expect(server.connections(), 'never repeated').toBe(1)
  })

  it.each<[string, (socket: Socket) => void]>([
    ['closed', (socket) => socket.destroy()],
    ['reset', (socket) => socket.resetAndDestroy()],
  ])('%s at once: lost, unless it was noticed before the request was begun', async (_, behave) => {
    const server = await startRaw(behave)
    const error = await failure(createTestClient(server.url).createReport({ product: 'SMS' }))
    expect(error.kind).toBe(error.requestSent ? 'lost' : 'unreachable')
    expect(server.connections(), 'never repeated').toBe(1)
  })

  it('no answer', async () => {
    const server = await startRaw((socket) => socket.resume())
    const client = createTestClient(server.url, { timeouts: { headers: 100 } })
    expect(await failure(client.createReport({}))).toMatchObject({
      kind: 'lost',
      code: 'UND_ERR_HEADERS_TIMEOUT',
    })
  })

  it('an answer that stops in its middle', async () => {
    const server = await startRaw((socket) => onReceived(socket, 'body', () => socket.write(half)))
    const client = createTestClient(server.url, { timeouts: { bodyIdle: 100 } })
    expect(await failure(client.createReport({}))).toMatchObject({
      kind: 'lost',
      code: 'UND_ERR_BODY_TIMEOUT',
    })
  })

  it('an answer that trickles without end', async () => {
    const server = await startRaw((socket) =>
      onReceived(socket, 'body', () => {
        socket.write('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n')
        const trickle = setInterval(() => socket.write('1\r\n \r\n'), 20)
        socket.on('close', () => clearInterval(trickle))
      }),
    )
    const client = createTestClient(server.url, { timeouts: { total: 150 } })
    expect(await failure(client.createReport({}))).toMatchObject({ kind: 'lost', code: 'DEADLINE' })
  })

  it('given up after it was sent', async () => {
    const abortion = new AbortController()
    const server = await startRaw((socket) => onReceived(socket, 'body', () => abortion.abort()))
    const client = createTestClient(server.url)
    expect(await failure(client.createReport({}, abortion.signal))).toMatchObject({
      kind: 'lost',
      code: 'ABORTED',
    })
  })
})

describe('connections', () => {
  it('a read that a kept connection loses is not repeated on another', async () => {
    let asked = 0
    const server = await startRaw((socket) => {
      let askedHere = 0
      onReceived(socket, 'headers', () => {
        asked += 1
        askedHere += 1
        if (askedHere === 1) socket.write(whole)
        else socket.resetAndDestroy()
      })
    })
    const client = createTestClient(server.url)
    let calls = 0
    const untilLost = async () => {
      for (calls = 1; calls <= 20; calls++) await client.getReport('abc')
    }
    expect(await failure(untilLost())).toMatchObject({ kind: 'lost' })
    expect(asked).toBe(calls)
  })

  it('a create takes a fresh one, which no idle timeout of the server can have closed', async () => {
    const upstream = await startAnswering(200, answer)
    const client = createTestClient(upstream.url)
    await client.getReport('abc')
    await client.createReport({})
    await client.createReport({})
    const kept = upstream.received.map(({ headers }) => headers.connection)
    expect(kept).toEqual(['keep-alive', 'close', 'close'])
    expect(upstream.connections()).toBe(3)
  })

  it('a refusal stays one, though its body does not come whole', async () => {
    const server = await startRaw((socket) =>
      onReceived(socket, 'body', () =>
        socket.end('HTTP/1.1 422 Unprocessable\r\ncontent-length: 900\r\n\r\n{"ti'),
      ),
    )
    expect(await failure(createTestClient(server.url).createReport({}))).toMatchObject({
      kind: 'invalid',
      status: 422,
    })
  })
})

describe('a file that does not come whole', () => {
  const path = '/v3/media/abc'
  const begun = 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nPK'

  it('fails with a VonageError, never ends early', async () => {
    const server = await startRaw((socket) =>
      onReceived(socket, 'headers', () => socket.end(begun)),
    )
    const { body } = await createTestClient(server.url).openReportFile(server.url + path)
    expect(await failure(text(body))).toMatchObject({ name: 'VonageError', kind: 'lost' })
  })

  it('keeps its failure for a reader who comes late', async () => {
    const server = await startRaw((socket) =>
      onReceived(socket, 'headers', () => socket.end(begun)),
    )
    const { body } = await createTestClient(server.url).openReportFile(server.url + path)
    body.resume()
    await new Promise((resolve) => body.once('close', resolve))
    expect(await failure(pipeline(body, new PassThrough()))).toMatchObject({ kind: 'lost' })
  })

  it('fails when it stops in its middle', async () => {
    const server = await startRaw((socket) =>
      onReceived(socket, 'headers', () => socket.write(begun)),
    )
    const client = createTestClient(server.url, { timeouts: { bodyIdle: 100 } })
    const { body } = await client.openReportFile(server.url + path)
    expect(await failure(text(body))).toMatchObject({ code: 'UND_ERR_BODY_TIMEOUT' })
  })

  it('ends at once when given up, and lets go of the connection', async () => {
    const abortion = new AbortController()
    const { promise: closed, resolve } = Promise.withResolvers<void>()
    const server = await startRaw((socket) => {
      socket.on('close', () => resolve())
      onReceived(socket, 'headers', () => socket.write(begun))
    })
    const client = createTestClient(server.url)
    const { body } = await client.openReportFile(server.url + path, abortion.signal)
    body.once('data', () => abortion.abort())
    expect(await failure(text(body))).toMatchObject({ kind: 'lost', code: 'ABORTED' })
    await closed
  })
})
