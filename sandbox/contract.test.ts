import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { getProduct, type ProductCode, productCodes } from '@/lib/catalogue/products'
import { findAnswerFaults, recordTabs } from '@/lib/vonage/test-contract'
import { knownDifferences } from '@/lib/vonage/test-known-differences'
import { openApi } from '@/lib/vonage/test-open-api'
import { key, startTestSandbox } from './testing/start-test-sandbox'
import type { TestAnswer } from './testing/test-client'
import { second } from './times'

const inContract = test.skipIf(!openApi)
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

const voice = questionFor('VOICE-CALL')
type Sandbox = Awaited<ReturnType<typeof startTestSandbox>>
type Asks = (sandbox: Sandbox) => Promise<TestAnswer>

const nobody = { credentials: null }
const [reports, report] = ['/v2/reports', '/v2/reports/{report_id}']
const [media, records] = ['/v3/media/{file_id}', '/v2/reports/records']

/** A report that is done, and the path of its file. */
async function finish({ create, status, time }: Sandbox) {
  const id = (await create(voice)).json.request_id
  time.now += 30 * second
  const { json } = await status(id)
  return { id, file: new URL(json._links.download_report.href).pathname }
}

/** How each operation comes to each answer that the contract has for it. */
const ways: Record<string, Asks> = {
  [`get ${records} 200`]: ({ records }) => records(questionFor('SMS')),
  [`get ${records} 403`]: ({ records }) => records({ ...voice, account_id: 'nobody00' }),
  [`get ${records} 422`]: ({ records }) => records({ ...voice, id: 'x' }),
  [`get ${reports} 200`]: async ({ call, create }) => {
    await create(voice)
    return call(`${reports}?account_id=${key}&status=PENDING,SUCCESS`)
  },
  [`get ${reports} 400`]: ({ call }) => call(reports),
  [`get ${reports} 401`]: ({ call }) => call(reports, nobody),
  [`post ${reports} 200`]: ({ create }) => create(voice),
  [`post ${reports} 400`]: ({ call }) => call(reports, { method: 'POST', body: '{' }),
  [`post ${reports} 401`]: ({ call }) => call(reports, { method: 'POST', body: '{}', ...nobody }),
  [`post ${reports} 403`]: ({ create }) => create({ ...voice, account_id: 'nobody00' }),
  [`post ${reports} 422`]: ({ create }) => create({}),
  [`get ${report} 200`]: async ({ create, status }) =>
    status((await create(voice)).json.request_id),
  [`get ${report} 401`]: ({ call }) => call('/v2/reports/x', nobody),
  [`get ${report} 404`]: ({ status }) => status('x'),
  [`delete ${report} 200`]: async ({ create, cancel }) =>
    cancel((await create(voice)).json.request_id),
  [`delete ${report} 401`]: ({ call }) => call('/v2/reports/x', { method: 'DELETE', ...nobody }),
  [`delete ${report} 404`]: ({ cancel }) => cancel('x'),
  [`delete ${report} 409`]: async (sandbox) => sandbox.cancel((await finish(sandbox)).id),
  [`get ${media} 200`]: async (sandbox) => sandbox.call((await finish(sandbox)).file),
  [`get ${media} 401`]: async (sandbox) => sandbox.call((await finish(sandbox)).file, nobody),
  [`get ${media} 404`]: ({ call }) => call('/v3/media/x'),
}

describe.skipIf(!openApi)('each operation with each status of the contract', () => {
  test.each(openApi?.answers ?? [])('$method $url $status', async ({ url, method, status }) => {
    const ask = ways[`${method} ${url} ${status}`]
    const answer = await ask?.(await startTestSandbox())
    expect(answer?.status).toBe(status)
    if (status === 200) return
    expect(answer?.json).toMatchObject({
      type: expect.stringContaining('https://developer.nexmo.com/api-errors'),
      title: expect.any(String),
      detail: expect.any(String),
      instance: expect.stringMatching(/^[0-9a-f]{32}$/),
    })
  })
})

/** Each operation may be refused so, too: the row `statuses` of the documents. */
inContract.each([
  ['rate-limit', 429],
  ['server-error', 500],
] as const)('any operation may be refused by %s', async (name, status) => {
  const sandbox = await startTestSandbox()
  const { id, file } = await finish(sandbox)
  const operation = ['create', 'status', 'cancel', 'media', 'list', 'records']
  await sandbox.addFault({ name, operation })
  const { call, create, cancel } = sandbox
  const list = `${reports}?account_id=${key}&status=PENDING`
  const answers = [await create(voice), await sandbox.status(id), await cancel(id)]
  answers.push(await call(file), await call(list), await sandbox.records(voice))
  expect(answers.map((answer) => answer.status)).toEqual(operation.map(() => status))
})

inContract('what is the sandbox’s own is a problem like the others', async () => {
  const { call } = await startTestSandbox()
  const huge = JSON.stringify({ product: 'SMS', from: 'x'.repeat(2_000_000) })
  expect((await call(records, nobody)).status).toBe(401)
  expect((await call(reports, { method: 'POST', body: huge })).status).toBe(413)
})

inContract.each(productCodes)('answers for %s as the contract says', async (product) => {
  const { create, status, cancel, time } = await startTestSandbox()
  const question = { ...questionFor(product), callback_url: 'http://127.0.0.1:9/callback' }
  const { request_id } = (await create(question)).json
  time.now += 4 * second
  await status(request_id)
  time.now += 20 * second
  expect((await status(request_id)).json.request_status).toBe('SUCCESS')
  await cancel((await create(questionFor(product))).json.request_id)
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
})

inContract.each(['failed', 'truncated', 'truncated-no-link'] as const)(
  'a report that ends as %s keeps to the contract',
  async (name) => {
    const { create, status, time, addFault } = await startTestSandbox()
    await addFault({ name })
    const { json } = await create(voice)
    time.now += 20 * second
    const ended = (await status(json.request_id)).json.request_status
    expect(ended).toBe(name === 'failed' ? 'FAILED' : 'TRUNCATED')
  },
)

inContract.each(Object.keys(recordTabs))('records of %s keep to the contract', async (name) => {
  const { records } = await startTestSandbox({ volume: 2 })
  const [product, direction] = name.split(' ') as [ProductCode, string | undefined]
  const chosen: Record<string, string> = direction ? { direction, include_message: 'true' } : {}
  const { json } = await records({ ...questionFor(product), ...chosen })
  expect(json.items_count).toBeGreaterThan(0)
})

inContract('the validator finds what is wrong', async () => {
  const { create, records } = await startTestSandbox()
  const call = { method: 'POST', path: '/v2/reports' }
  const created = await create(questionFor('SMS'))
  const { json } = created
  for (const [change, fault] of [
    [{ request_status: 'DONE' }, '/request_status'],
    [{ receive_time: '2026-10-14' }, '/receive_time'],
    [{ include_message: 'true' }, '/include_message'],
    [{ product: 'FAX' }, '/product'],
    [{ _links: { self: { href: 'nowhere' } } }, '/_links/self/href'],
  ] as const) {
    const changed = { ...created, json: { ...json, ...change } }
    expect(findAnswerFaults(call, changed).join()).toContain(fault)
  }
  expect(findAnswerFaults(call, { ...created, status: 201 })).toHaveLength(1)
  expect(findAnswerFaults(call, { ...created, headers: {} })).toHaveLength(1)
  const page = await records(questionFor('SMS'))
  page.json.records[0].latency = 'soon'
  const faults = findAnswerFaults({ method: 'GET', path: '/v2/reports/records' }, page)
  expect(faults.join()).toContain('/records/0/latency')
})

test('every known difference is explained in the documents', () => {
  const page = readFileSync(new URL('../docs/sandbox.md', import.meta.url), 'utf8')
  for (const { row } of knownDifferences) expect(page).toContain(`| \`${row}\` |`)
})
