import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { getProduct, type ProductCode, productCodes } from '@/lib/catalogue/products'
import { knownDifferences, listFaults } from './testing/known-differences'
import { hasOpenApi, loadOpenApi } from './testing/open-api'
import { key, startTestSandbox } from './testing/start-test-sandbox'
import type { TestAnswer } from './testing/test-client'
import { second } from './times'

const contract = hasOpenApi ? loadOpenApi() : null
const inContract = test.skipIf(!contract)

const schemas: Partial<Record<ProductCode, string>> = {
  SMS: 'sms',
  'VOICE-CALL': 'voice_call',
  'WEBSOCKET-CALL': 'websocket_call',
  'VERIFY-API': 'verify_api',
  'NUMBER-INSIGHT': 'number_insight',
  MESSAGES: 'messages',
  CONVERSATIONS: 'conversations',
  ASR: 'asr',
}

const tabs: Record<string, string> = {
  'SMS outbound': 'sms-outbound',
  'SMS inbound': 'sms-inbound',
  'VOICE-CALL': 'voice-call',
  'WEBSOCKET-CALL': 'websocket-call',
  'VERIFY-API': 'verify',
  'NUMBER-INSIGHT': 'number-insight',
  'MESSAGES outbound': 'messages-outbound',
  'MESSAGES inbound': 'messages-inbound',
  CONVERSATIONS: 'conversations',
  ASR: 'asr',
}

const dates = { date_start: '2026-10-06T09:00:00Z', date_end: '2026-10-06T12:00:00Z' }

function questionFor(product: ProductCode) {
  const { direction, required = [], values } = getProduct(product)
  return {
    product,
    account_id: key,
    ...dates,
    ...(direction === 'required' ? { direction: 'outbound' } : {}),
    ...Object.fromEntries(required.map((name) => [name, values?.[name]?.[0] ?? ''])),
  }
}

/** Faults of a report's body against its product's own schema, or the common one where it has none. */
function reportFaults(product: ProductCode, kind: 'create' | 'get', json: unknown): string[] {
  const common = kind === 'create' ? 'report_response_create_report' : 'report_response'
  const own = schemas[product]
  const name = own ? `${own}_response_${kind}_report` : common
  return listFaults(contract?.errorsOfSchema(name, json) ?? [])
}

inContract.each(productCodes)('answers for %s as the contract says', async (product) => {
  const { create, status, cancel, time } = await startTestSandbox()
  const question = { ...questionFor(product), callback_url: 'http://127.0.0.1:9/callback' }
  const created = (await create(question)).json
  expect(reportFaults(product, 'create', created)).toEqual([])
  time.now += 4 * second
  expect(reportFaults(product, 'get', (await status(created.request_id)).json)).toEqual([])
  time.now += 20 * second
  const done = (await status(created.request_id)).json
  expect(done.request_status).toBe('SUCCESS')
  expect(reportFaults(product, 'get', done)).toEqual([])
  const other = (await create(questionFor(product))).json
  expect(reportFaults(product, 'get', (await cancel(other.request_id)).json)).toEqual([])
})

inContract('echoes every filter of SMS as the contract says', async () => {
  const { create } = await startTestSandbox()
  const { json } = await create({
    ...questionFor('SMS'),
    include_subaccounts: true,
    status: 'delivered',
    from: '447700900000',
    to: '447700900001',
    country: 'GB',
    network: '23410',
    client_ref: 'x',
    account_ref: 'y',
    include_message: 'true',
    show_concatenated: 'false',
  })
  expect(json).toMatchObject({ include_message: true, show_concatenated: false, client_ref: 'x' })
  expect(reportFaults('SMS', 'create', json)).toEqual([])
})

inContract.each(['failed', 'truncated', 'truncated-no-link'] as const)(
  'a report that ends as %s keeps to the contract',
  async (name) => {
    const { create, status, time, addFault } = await startTestSandbox()
    await addFault({ name })
    const { json } = await create(questionFor('VOICE-CALL'))
    time.now += 20 * second
    expect(reportFaults('VOICE-CALL', 'get', (await status(json.request_id)).json)).toEqual([])
  },
)

inContract.each(Object.entries(tabs))('records of %s keep to the contract', async (name, tab) => {
  const { records } = await startTestSandbox({ volume: 2 })
  const [product, direction] = name.split(' ') as [ProductCode, string | undefined]
  const question = { ...questionFor(product), ...(direction ? { direction } : {}) }
  const { json } = await records({
    ...question,
    ...(direction ? { include_message: 'true' } : {}),
  } as Record<string, string>)
  expect(json.items_count).toBeGreaterThan(0)
  const errors = contract?.errorsOfRecords(tab, json)
  expect(errors).not.toBeNull()
  expect(listFaults(errors ?? [])).toEqual([])
})

inContract('every refusal keeps to the contract', async () => {
  const { call, create, cancel, records } = await startTestSandbox()
  const nobody = { credentials: null }
  const voice = questionFor('VOICE-CALL')
  const { request_id } = (await create(voice)).json
  await cancel(request_id)
  const query = voice as Record<string, string>
  const [reports, report, media, sync] = [
    '/v2/reports',
    '/v2/reports/{report_id}',
    '/v3/media/{file_id}',
    '/v2/reports/records',
  ]
  const refusals: [string, string, number, TestAnswer][] = [
    [reports, 'post', 400, await call(reports, { method: 'POST', body: '{' })],
    [reports, 'post', 401, await call(reports, { method: 'POST', body: '{}', ...nobody })],
    [reports, 'post', 403, await create({ ...voice, account_id: 'nobody00' })],
    [reports, 'post', 422, await create({})],
    [reports, 'get', 400, await call(reports)],
    [reports, 'get', 401, await call(reports, nobody)],
    [report, 'get', 401, await call('/v2/reports/x', nobody)],
    [report, 'get', 404, await call('/v2/reports/x')],
    [report, 'delete', 401, await call('/v2/reports/x', { method: 'DELETE', ...nobody })],
    [report, 'delete', 404, await cancel('x')],
    [report, 'delete', 409, await cancel(request_id)],
    [media, 'get', 401, await call('/v3/media/x', nobody)],
    [media, 'get', 404, await call('/v3/media/x')],
    [sync, 'get', 403, await records({ ...query, account_id: 'nobody00' })],
    [sync, 'get', 422, await records({})],
    [sync, 'get', 422, await records({ ...query, product: 'NOPE' })],
    [sync, 'get', 422, await records({ ...query, id: 'x' })],
  ]
  for (const [url, method, status, answer] of refusals) {
    expect([url, method, answer.status]).toEqual([url, method, status])
    expect(contract?.declares(url, method, status)).toBe(true)
    const errors = contract?.errorsOfProblem(url, method, status, answer.json) ?? []
    expect(listFaults(errors)).toEqual([])
    expect(answer.headers['content-type']).toBe('application/problem+json')
    expect(answer.json).toMatchObject({
      type: expect.stringContaining('https://developer.nexmo.com/api-errors'),
      title: expect.any(String),
      detail: expect.any(String),
      instance: expect.stringMatching(/^[0-9a-f]{32}$/),
    })
  }
})

inContract('the list keeps to the contract', async () => {
  const { call, create } = await startTestSandbox()
  await create(questionFor('SMS'))
  const { json } = await call(`/v2/reports?account_id=${key}&status=PENDING`)
  expect(json).toMatchObject({ self_link: expect.stringMatching(/^http/), items_count: 1 })
  expect(reportFaults('SMS', 'get', json.reports[0])).toEqual([])
})

inContract('the validator finds what is wrong', async () => {
  const { create, records } = await startTestSandbox()
  const { json } = await create(questionFor('SMS'))
  for (const [change, fault] of [
    [{ request_status: 'DONE' }, '/request_status'],
    [{ receive_time: '2026-10-14' }, '/receive_time'],
    [{ include_message: 'true' }, '/include_message'],
    [{ product: 'FAX' }, '/product'],
    [{ _links: { self: { href: 'nowhere' } } }, '/_links/self/href'],
  ] as const) {
    expect(reportFaults('SMS', 'create', { ...json, ...change }).join()).toContain(fault)
  }
  const page = (await records(questionFor('SMS'))).json
  page.records[0].latency = 'soon'
  const errors = contract?.errorsOfRecords('sms-outbound', page) ?? []
  expect(listFaults(errors).join()).toContain('/records/0/latency')
})

test('every known difference is explained in the documents', () => {
  const page = readFileSync(new URL('../docs/sandbox.md', import.meta.url), 'utf8')
  for (const { row } of knownDifferences) expect(page).toContain(`| \`${row}\` |`)
})
