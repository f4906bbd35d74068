import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { createTestClient, startAnswering, startUpstream, testSecret } from './test-upstream'
import type { VonageError } from './vonage-error'

const id = 'aaaaaaaa-bbbb-cccc-dddd-0123456789ab'

/** facts 1.2: Vonage's .NET fixture `ShouldDeserialize200-response.json`. */
const success = {
  request_id: id,
  request_status: 'SUCCESS',
  receive_time: '2024-02-07T14:22:08+00:00',
  start_time: '2024-02-07T14:22:10+00:00',
  items_count: 1523,
  product: 'SMS',
  account_id: '12aa3456',
  callback_url: 'https://example.com/webhook',
  _links: {
    self: { href: `https://api.nexmo.com/v2/reports/${id}` },
    download_report: { href: `https://api.nexmo.com/v3/media/${id}` },
  },
}

const basic = `Basic ${Buffer.from(`abcd1234:${testSecret}`).toString('base64')}`

function failure(promise: Promise<unknown>): Promise<VonageError> {
  return promise.then(
    () => expect.unreachable('it should fail'),
    (error) => error,
  )
}

describe('requests (facts 1: endpoints, Basic authentication)', () => {
  it('creates a report with one POST of JSON', async () => {
    const upstream = await startAnswering(200, success)
    const report = await createTestClient(upstream.url).createReport({
      product: 'SMS',
      account_id: '12aa3456',
      include_message: true,
    })
    expect(report).toEqual({
      requestId: id,
      requestStatus: 'SUCCESS',
      receiveTime: '2024-02-07T14:22:08.000Z',
      startTime: '2024-02-07T14:22:10.000Z',
      itemsCount: 1523,
      downloadUrl: `https://api.nexmo.com/v3/media/${id}`,
      callbackUrl: 'https://example.com/webhook',
      raw: success,
    })
    expect(upstream.received).toMatchObject([
      {
        method: 'POST',
        url: '/v2/reports',
        body: '{"product":"SMS","account_id":"12aa3456","include_message":true}',
        headers: { authorization: basic, 'content-type': 'application/json' },
      },
    ])
  })

  it('asks for a status, and cancels with DELETE', async () => {
    const upstream = await startAnswering(200, { ...success, request_status: 'ABORTED' })
    const client = createTestClient(upstream.url)
    // facts 0.13: an id is not always a bare UUID.
    const odd = 'ri3p58f-48598ea7-1234-5678-9012-faabd79bdc2e'
    await client.getReport(odd)
    expect(await client.cancelReport(odd)).toMatchObject({ requestStatus: 'ABORTED' })
    expect(upstream.received.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `GET /v2/reports/${odd}`,
      `DELETE /v2/reports/${odd}`,
    ])
  })

  it.each(['..', '.', 'a/../b', 'a?b', 'a%2fb', '', 'a\nb', 'x'.repeat(201), '\ud800'])(
    'never calls for the id %j, which a callback may bring',
    async (hostile) => {
      const upstream = await startAnswering(200, success)
      const error = await failure(createTestClient(upstream.url).getReport(hostile))
      expect(error).toMatchObject({ kind: 'not-found', requestSent: false })
      expect(upstream.received).toEqual([])
    },
  )

  it('asks the limiter first, in the lane of the call, and passes on what it throws', async () => {
    const upstream = await startAnswering(200, { ...success, records: [], reports: [] })
    const lanes: string[] = []
    const client = createTestClient(upstream.url, {
      acquire: async (lane) => void lanes.push(lane),
    })
    await client.createReport({})
    await client.getReport(id)
    await client.getRecords({})
    await client.listReports({ status: ['SUCCESS'] })
    expect(lanes).toEqual(['async', 'async', 'sync', 'async'])

    const full = new Error('no slot')
    const blocked = createTestClient(upstream.url, { acquire: () => Promise.reject(full) })
    expect(await failure(blocked.createReport({}))).toBe(full)
    expect(upstream.received).toHaveLength(4)
  })

  it('reads pages of records (facts 3), and follows their next link to its own host only', async () => {
    const upstream = await startUpstream(({ url, headers }, response) => {
      const next = { href: `http://${headers.host}/v2/reports/records?cursor=a%2Bb&iv=c` }
      const last = url.includes('cursor')
      response.end(
        JSON.stringify({
          request_status: last ? 'SUCCESS' : 'TRUNCATED',
          items_count: '2',
          ids_not_found: 'x,y',
          _links: { next },
          records: [{ latency: '12', client_ref: null, request_params: { product: 'SMS' } }],
        }),
      )
    })
    const client = createTestClient(upstream.url)
    const first = await client.getRecords({
      product: 'SMS',
      date_start: '2026-06-01T00:00:00+00:00',
      include_message: false,
      direction: undefined,
    })
    expect(first).toMatchObject({
      requestStatus: 'TRUNCATED',
      itemsCount: 2,
      idsNotFound: ['x', 'y'],
    })
    expect(first.records[0]).toEqual({
      latency: '12',
      client_ref: null,
      request_params: { product: 'SMS' },
    })
    const second = await client.getNextRecords(first.nextHref ?? '')
    expect(second.nextHref).toBeNull()
    expect(upstream.received.map(({ url }) => url)).toEqual([
      '/v2/reports/records?product=SMS&date_start=2026-06-01T00%3A00%3A00%2B00%3A00&include_message=false',
      '/v2/reports/records?cursor=a%2Bb&iv=c',
    ])
    const elsewhere = failure(client.getNextRecords('https://evil.example/v2/reports/records?a=b'))
    expect(await elsewhere).toMatchObject({ kind: 'bad-link', requestSent: false })
  })

  it('lists subaccounts (facts 6) and, deprecated, reports (facts 1.5)', async () => {
    const upstream = await startAnswering(200, {
      reports: [success, { nothing: true }],
      _embedded: {
        primary_account: { api_key: 'abcd1234', name: 'Main' },
        subaccounts: [{ api_key: 'sub00001', name: null, suspended: true }, 'garbage'],
      },
    })
    const client = createTestClient(upstream.url)
    expect(await client.listSubaccounts()).toEqual({
      primary: { apiKey: 'abcd1234', name: 'Main', suspended: false },
      subaccounts: [{ apiKey: 'sub00001', name: null, suspended: true }],
    })
    const reports = await client.listReports({
      status: ['SUCCESS', 'FAILED'],
      dateFrom: '2026-06-01T00:00:00+00:00',
    })
    expect(reports.map(({ requestId }) => requestId)).toEqual([id])
    expect(upstream.received.map(({ url }) => url)).toEqual([
      '/accounts/abcd1234/subaccounts',
      '/v2/reports?account_id=abcd1234&status=SUCCESS%2CFAILED&date_from=2026-06-01T00%3A00%3A00%2B00%3A00',
    ])
  })
})

describe('files (facts 1.4)', () => {
  it('opens a file, bit for bit, with the same credentials', async () => {
    const upstream = await startAnswering(200, 'PK bytes', { 'content-length': '8' })
    const client = createTestClient(upstream.url)
    const file = await client.openReportFile(`${upstream.url}/v3/media/${id}`)
    expect(file.contentLength).toBe(8)
    expect(await text(file.body)).toBe('PK bytes')
    expect(upstream.received).toMatchObject([
      { method: 'GET', url: `/v3/media/${id}`, headers: { authorization: basic } },
    ])
  })

  it('says not-found when its 72 hours are over', async () => {
    const upstream = await startAnswering(404, { title: 'Not found', instance: 'trace-1' })
    const opened = createTestClient(upstream.url).openReportFile(`${upstream.url}/v3/media/${id}`)
    expect(await failure(opened)).toMatchObject({ kind: 'not-found', instance: 'trace-1' })
  })

  it('takes no part of a file for the file', async () => {
    const upstream = await startAnswering(206, 'PK')
    const opened = createTestClient(upstream.url).openReportFile(`${upstream.url}/v3/media/${id}`)
    expect(await failure(opened)).toMatchObject({ kind: 'unexpected', status: 206 })
  })
})

describe('refusals (facts 4)', () => {
  const type = (suffix: string) => `https://developer.nexmo.com/api-errors${suffix}`

  it.each([
    [400, type('#invalid-json'), 'invalid'],
    [400, type('/reports#invalid-request-parameters'), 'invalid'],
    [401, type('#unauthorized'), 'unauthorized'],
    [403, type('#forbidden'), 'forbidden'],
    [403, type('/reports#rate-limit'), 'rate-limited'],
    [404, type('#not-found'), 'not-found'],
    [409, type('/reports#invalid-abort-operation'), 'conflict'],
    // facts 4: the published contract gives a 422 the type of a 404: the status decides.
    [422, type('#not-found'), 'invalid'],
    [422, type('/reports#invalid-filter'), 'invalid'],
    [429, type('/reports#rate-limit'), 'rate-limited'],
    [500, null, 'server'],
    [503, 'about:blank', 'server'],
    [302, null, 'unexpected'],
    [418, null, 'unexpected'],
  ])('%i %s is %s', async (status, problemType, kind) => {
    const body = { type: problemType, title: 'T', detail: 'D', instance: 'trace-1' }
    const upstream = await startAnswering(status, body, {
      'content-type': 'application/problem+json',
      location: '/elsewhere',
    })
    const error = await failure(createTestClient(upstream.url).createReport({}))
    expect(error).toMatchObject({
      name: 'VonageError',
      kind,
      status,
      type: problemType,
      title: 'T',
      detail: 'D',
      instance: 'trace-1',
      requestSent: true,
    })
    expect(upstream.received, 'tried once, no redirect followed').toHaveLength(1)
  })

  it('keeps the parameters of a 422, and skips garbage among them', async () => {
    const named = { name: 'date_end', reason: 'Missing required parameter' }
    const upstream = await startAnswering(422, {
      title: 'Unprocessable entity',
      invalid_parameters: [named, null, 7, { reason: 'no name' }, { name: 'product' }],
    })
    expect(await failure(createTestClient(upstream.url).createReport({}))).toMatchObject({
      invalidParameters: [named, { name: 'product', reason: '' }],
    })
  })

  it.each(['<html>Bad gateway</html>', '', '[1]', '"text"', `{"title": 5, "detail": {}}`])(
    'takes any body of an error: %s',
    async (body) => {
      const upstream = await startAnswering(502, body)
      const error = await failure(createTestClient(upstream.url).getReport(id))
      expect(error).toMatchObject({ kind: 'server', status: 502, title: null, detail: null })
    },
  )

  it('reads how long to wait', async () => {
    const upstream = await startAnswering(429, {}, { 'retry-after': '7' })
    const error = await failure(createTestClient(upstream.url).getReport(id))
    expect(error.retryAfterMs).toBe(7000)
  })
})

describe('success in other words', () => {
  it.each([
    ['no JSON', 'OK'],
    ['no request_id', { request_status: 'PENDING' }],
    ['an empty request_id', { request_id: '' }],
    ['an id that names another path', { request_id: '..' }],
    ['a list', []],
    ['nothing', ''],
    ['too much', { request_id: id, padding: 'x'.repeat(1024 * 1024) }],
  ])('%s is unreadable', async (_what, body) => {
    const upstream = await startAnswering(200, body)
    const error = await failure(createTestClient(upstream.url).createReport({}))
    expect(error).toMatchObject({ kind: 'unreadable', requestSent: true })
  })
})

describe('base URL', () => {
  it.each([
    'http://api.nexmo.com',
    'ftp://127.0.0.1',
    'https://key:secret@api.nexmo.com',
    'https://api.nexmo.com/?a',
    'http://127.0.0.1.evil.example',
    'nonsense',
  ])('%s is refused without being repeated', (baseUrl) => {
    expect(() => createTestClient(baseUrl)).toThrow(TypeError)
    expect(() => createTestClient(baseUrl)).not.toThrow(baseUrl)
  })

  it('may have a path of its own', async () => {
    const upstream = await startAnswering(200, success)
    const client = createTestClient(`${upstream.url}/vonage/`)
    await client.getReport(id)
    const file = await client.openReportFile(`${upstream.url}/vonage/v3/media/${id}`)
    file.body.destroy()
    expect(upstream.received.map(({ url }) => url)).toEqual([
      `/vonage/v2/reports/${id}`,
      `/vonage/v3/media/${id}`,
    ])
  })
})
