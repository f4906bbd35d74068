import { text } from 'node:stream/consumers'
import { inspect } from 'node:util'
import { describe, expect, it } from 'vitest'
import { createScrub } from './scrub'
import {
  createTestClient,
  startAnswering,
  startRaw,
  startUpstream,
  testSecret,
} from './test-upstream'
import { VonageError } from './vonage-error'

const token = Buffer.from(`abcd1234:${testSecret}`).toString('base64')
const forbidden = [
  testSecret,
  token,
  encodeURIComponent(testSecret),
  JSON.stringify(testSecret).slice(1, -1),
]

/** Everything that a log, a page or a database could take from it. */
function expectClean(value: unknown) {
  const seen = [
    inspect(value, { depth: Infinity, showHidden: true }),
    JSON.stringify(value),
    value instanceof Error ? `${value.message}${value.stack}${inspect(value.cause)}` : '',
  ].join('\n')
  for (const secret of forbidden) expect(seen).not.toContain(secret)
  expect(seen.toLowerCase()).not.toContain('authorization')
}

async function failure(promise: Promise<unknown>): Promise<VonageError> {
  const error = await promise.then(
    () => expect.unreachable('it should fail'),
    (thrown) => thrown,
  )
  expect(error).toBeInstanceOf(VonageError)
  return error
}

describe('no secret comes out', () => {
  it.each([400, 401, 403, 404, 409, 422, 429, 500, 302])(
    'of a server that repeats the request in its %i',
    async (status) => {
      const upstream = await startUpstream(({ headers }, response) => {
        const echo = `you sent ${headers.authorization}, that is ${testSecret}, ${encodeURIComponent(testSecret)}`
        response.writeHead(status, { 'retry-after': token, location: `/${token}` })
        const named = { name: echo, reason: echo }
        response.end(
          JSON.stringify({
            type: echo,
            title: echo,
            detail: `${echo} ${JSON.stringify(testSecret)}`,
            instance: echo,
            invalid_parameters: [named],
          }).replaceAll('authorization', ''),
        )
      })
      const error = await failure(createTestClient(upstream.url).createReport({}))
      expect(error.detail).toContain('you sent Basic •••, that is •••, •••')
      expectClean(error)
    },
  )

  it('of an error page or a success that is none', async () => {
    for (const status of [200, 500]) {
      const upstream = await startUpstream(({ headers }, response) => {
        response.writeHead(status)
        response.end(`<pre>${headers.authorization} ${testSecret}</pre>`)
      })
      expectClean(await failure(createTestClient(upstream.url).createReport({})))
    }
  })

  it('of a report that holds the request', async () => {
    const upstream = await startAnswering(200, {
      request_id: 'abc',
      request_status: 'PENDING',
      debug: { [testSecret]: [token, { deep: testSecret }] },
    })
    const report = await createTestClient(upstream.url).getReport('abc')
    expect(report.raw.debug).toEqual({ '•••': ['•••', { deep: '•••' }] })
    expectClean(report)
  })

  it('of any broken connection', async () => {
    const server = await startRaw((socket) => {
      // Sends the request back, as a proxy in trouble might.
      socket.on('data', (request) => socket.end(request))
    })
    const client = createTestClient(server.url)
    expectClean(await failure(client.createReport({})))
    expectClean(await failure(client.openReportFile(`${server.url}/v3/media/abc`)))
    expectClean(await failure(createTestClient('https://no.invalid').getReport('abc')))
  })

  it('of a file that breaks off', async () => {
    const server = await startRaw((socket) => {
      socket.on('data', (request) =>
        socket.end(`HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n${request}`),
      )
    })
    const { body } = await createTestClient(server.url).openReportFile(`${server.url}/v3/media/abc`)
    expectClean(await failure(text(body)))
  })

  it('of the client itself', () => {
    expectClean(createTestClient('http://127.0.0.1:1'))
  })
})

describe('createScrub', () => {
  const scrub = createScrub('key', testSecret)

  it('makes text fit for a database and a log', () => {
    expect(scrub.text('a\0b\ud800c')).toBe('ab\ufffdc')
    expect(scrub.text('x'.repeat(500), 200)).toHaveLength(200)
  })

  it('cuts after it scrubs, so that no half secret is left', () => {
    expect(scrub.text(`say ${testSecret}`, 10)).toBe('say •••')
  })

  it('takes any depth', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)
    expect(JSON.stringify(scrub.value(deep)).length).toBeLessThan(100)
  })

  it('leaves words whole where the secret is empty', () => {
    expect(createScrub('key', '').text('words')).toBe('words')
  })
})
