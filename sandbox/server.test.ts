import { expect, test } from 'vitest'
import { readArchive, readRows } from './testing/read-archive'
import { key, patiently, startTestSandbox } from './testing/start-test-sandbox'
import { send, type TestAnswer } from './testing/test-client'
import { day, hour, second } from './times'

const dates = { date_start: '2026-10-06T00:00:00+00:00', date_end: '2026-10-07T00:00:00+00:00' }
const sms = { product: 'SMS', account_id: key, direction: 'outbound', ...dates }
const voice = { product: 'VOICE-CALL', account_id: key, ...dates }

/** Records are counted in the machine's time, whatever the test's clock says. */
const waitForEnd = (ask: () => Promise<TestAnswer>) =>
  expect.poll(async () => (await ask()).json.request_status, patiently).toBe('SUCCESS')

const fileOf = (answer: TestAnswer): string => answer.json._links.download_report.href

test('takes a report from PENDING over PROCESSING to SUCCESS, in 5 to 15 seconds', async () => {
  const { create, status, time } = await startTestSandbox()
  const created = await create({ ...sms, include_message: true, status: 'delivered' })
  expect(created.status).toBe(200)
  expect(created.json).toEqual({
    request_id: expect.any(String),
    request_status: 'PENDING',
    receive_time: '2026-10-14T12:00:00+00:00',
    ...sms,
    include_subaccounts: false,
    include_message: true,
    status: 'delivered',
    _links: { self: { href: expect.stringMatching(/\/v2\/reports\/.+/) } },
  })
  const id = created.json.request_id
  time.now += 4 * second
  const processing = (await status(id)).json
  expect(processing).toMatchObject({ request_status: 'PROCESSING' })
  expect(processing).toHaveProperty('start_time')
  expect(processing).not.toHaveProperty('items_count')
  expect(processing._links).not.toHaveProperty('download_report')
})

test('counts with filters in the background, and ends with the rows that match', async () => {
  const { create, status, call, time } = await startTestSandbox()
  const { json } = await create({ ...sms, status: 'failed', country: 'GB' })
  time.now += 15 * second
  await waitForEnd(() => status(json.request_id))
  const done = await status(json.request_id)
  const rows = await readRows((await call(fileOf(done))).body)
  expect(rows.length).toBe(done.json.items_count)
  expect(rows.length).toBeGreaterThan(0)
  expect(new Set(rows.map((row) => `${row.status} ${row.country}`))).toEqual(new Set(['failed GB']))
})

test('serves the file twice the same, as Vonage writes it', async () => {
  const { create, status, call, time } = await startTestSandbox()
  const { json } = await create({ ...sms, include_message: true, show_concatenated: 'true' })
  time.now += 15 * second
  const done = await status(json.request_id)
  const href = fileOf(done)
  expect(href).not.toContain(json.request_id)
  const [first, second_] = [await call(href), await call(href)]
  expect(first.headers['content-type']).toBe('application/octet-stream')
  expect(first.headers['content-disposition']).toContain(`SMS_${json.request_id}.zip`)
  expect(second_.body.equals(first.body)).toBe(true)
  const [file, ...others] = await readArchive(first.body)
  expect(others).toEqual([])
  expect(file?.name).toBe(`report_SMS_${key}_20261014.csv`)
  expect(file?.text).toMatch(/^"account_id","message_id",.*"concatenated","message_body",/)
  const rows = await readRows(first.body)
  expect(rows.length).toBe(done.json.items_count)
  for (const row of rows) {
    expect(row.date_received).toMatch(/^2026-10-06T\d\d:\d\d:\d\d\+00:00$/)
  }
  const head = await call(href, { method: 'HEAD' })
  expect([head.status, head.body.length]).toEqual([200, 0])
})

test('leaves out message_body and concatenated unless they were asked for', async () => {
  const { create, status, call, time } = await startTestSandbox()
  const { json } = await create(sms)
  time.now += 15 * second
  const [row] = await readRows((await call(fileOf(await status(json.request_id)))).body)
  expect(row).toHaveProperty('status')
  expect(row).not.toHaveProperty('message_body')
  expect(row).not.toHaveProperty('concatenated')
})

test('cuts at what is kept and at now, and includes sub-accounts when told to', async () => {
  const { create, status, call, time } = await startTestSandbox()
  const range = { date_start: '2026-10-14T00:00:00Z', date_end: '2026-12-01T00:00:00Z' }
  const { json } = await create({ ...voice, ...range, include_subaccounts: true })
  time.now += 15 * second
  const rows = await readRows((await call(fileOf(await status(json.request_id)))).body)
  expect(rows.every((row) => (row.date_start as string) < '2026-10-14T12:00:00')).toBe(true)
  expect(new Set(rows.map((row) => row.account_id)).size).toBeGreaterThan(5)
  expect(new Set(rows.map((row) => row.direction))).toEqual(new Set(['inbound', 'outbound']))
})

test('cancels what has not ended, and nothing else', async () => {
  const { create, cancel, status, time } = await startTestSandbox()
  const [one, two] = [(await create(voice)).json, (await create(voice)).json]
  const cancelled = await cancel(one.request_id)
  expect([cancelled.status, cancelled.json.request_status]).toEqual([200, 'ABORTED'])
  time.now += 15 * second
  expect((await status(one.request_id)).json.request_status).toBe('ABORTED')
  for (const { request_id } of [one, two]) {
    const refused = await cancel(request_id)
    expect(refused.status).toBe(409)
    expect(refused.json.title).toBe('Invalid Abort Operation')
  }
})

test('keeps a file 72 hours and a report 4 days, by its clock', async () => {
  const { create, status, call, time } = await startTestSandbox()
  const { json } = await create(voice)
  time.now += 20 * second
  const href = fileOf(await status(json.request_id))
  const move = (advanceMs: number) =>
    call('/__sandbox/clock', { method: 'POST', body: { advanceMs } })
  await move(71 * hour)
  expect((await call(href)).status).toBe(200)
  await move(hour)
  expect((await call(href)).status).toBe(404)
  expect((await status(json.request_id)).status).toBe(200)
  await move(day)
  expect((await status(json.request_id)).status).toBe(404)
})

test('a faster clock makes everything sooner', async () => {
  const { create, status, time } = await startTestSandbox({ speed: 100 })
  const { json } = await create(voice)
  time.now += 150
  expect((await status(json.request_id)).json.request_status).toBe('SUCCESS')
  time.now += (4 * day) / 100
  expect((await status(json.request_id)).status).toBe(404)
})

test('takes minutes for a million rows, and truncates what is too large', async () => {
  const { create, status, time } = await startTestSandbox({ volume: 400, maxRows: 1_000_000 })
  const { json } = await create(sms)
  time.now += 4 * 60 * second
  expect((await status(json.request_id)).json.request_status).toBe('PROCESSING')
  time.now += 6 * 60 * second + 15 * second
  const done = (await status(json.request_id)).json
  expect(done).toMatchObject({ request_status: 'TRUNCATED', items_count: 1_000_000 })
  expect(done._links).toHaveProperty('download_report')
})

test('remembers everything over a restart', async () => {
  const sandbox = await startTestSandbox()
  const { create, status, call, cancel, time } = sandbox
  const kept = (await create(sms)).json.request_id
  const filtered = (await create({ ...sms, status: 'failed' })).json.request_id
  const aborted = (await create(voice)).json.request_id
  await cancel(aborted)
  await call('/__sandbox/clock', { method: 'POST', body: { advanceMs: 15 * second } })
  const before = (await call(fileOf(await status(kept)))).body
  await sandbox.restart()
  expect((await call(fileOf(await status(kept)))).body.equals(before)).toBe(true)
  expect((await status(aborted)).json.request_status).toBe('ABORTED')
  time.now += 15 * second
  await waitForEnd(() => status(filtered))
})

test('writes links with the host that it was called by', async () => {
  const { create, call } = await startTestSandbox()
  const { json } = await create(voice)
  const path = `/v2/reports/${json.request_id}`
  const named = await call(path, { headers: { host: 'api.nexmo.com:8443' } })
  expect(named.json._links.self.href).toBe(`http://api.nexmo.com:8443${path}`)
  const secure = await call(path, { headers: { host: 'a.example', 'x-forwarded-proto': 'https' } })
  expect(secure.json._links.self.href).toBe(`https://a.example${path}`)
})

test('some ids have a prefix', async () => {
  const { create } = await startTestSandbox()
  const ids: string[] = []
  for (let n = 0; n < 5; n++) ids.push((await create(voice)).json.request_id)
  expect(ids.filter((id) => id.startsWith('ri3p58f-'))).toHaveLength(1)
})

test('shows accounts only their own and their sub-accounts’ records', async () => {
  const other = { apiKey: 'bbbb2222', apiSecret: 'NotARealSecret02' }
  const { create, call, cancel, status, url } = await startTestSandbox({ accounts: [other] })
  const { json } = await call(`/accounts/${key}/subaccounts`)
  expect(json._embedded.primary_account.api_key).toBe(key)
  expect(json._embedded.subaccounts).toHaveLength(12)
  expect(json._embedded.subaccounts.some((one: { suspended: boolean }) => one.suspended)).toBe(true)
  const [{ api_key }] = json._embedded.subaccounts
  const ofSubaccount = await create({ ...voice, account_id: api_key })
  expect(ofSubaccount.status).toBe(200)
  for (const account_id of [other.apiKey, 'nobody00']) {
    expect((await create({ ...voice, account_id })).status).toBe(403)
  }
  const id = ofSubaccount.json.request_id
  const asOther = (path: string, method = 'GET') =>
    send(url() + path, { method, credentials: other })
  expect((await asOther(`/v2/reports/${id}`)).status).toBe(404)
  expect((await asOther(`/v2/reports/${id}`, 'DELETE')).status).toBe(404)
  expect((await asOther(`/accounts/${key}/subaccounts`)).status).toBe(403)
  expect((await asOther(`/__sandbox/log`)).status).toBe(401)
  expect((await status(id)).status).toBe(200)
  expect((await cancel(id)).status).toBe(200)
})

test('lists the reports of an account by status', async () => {
  const { create, cancel, call } = await startTestSandbox()
  await create(voice)
  await cancel((await create(voice)).json.request_id)
  const list = (query: string) => call(`/v2/reports?account_id=${key}&${query}`)
  expect((await list('status=PENDING,ABORTED')).json).toMatchObject({ items_count: 2 })
  const aborted = (await list('status=ABORTED')).json
  expect(aborted.reports.map((one: { request_status: string }) => one.request_status)).toEqual([
    'ABORTED',
  ])
  expect((await list('')).status).toBe(400)
  expect((await list('status=WHATEVER')).status).toBe(400)
  expect((await list('status=PENDING&date_from=nonsense')).status).toBe(400)
})

test.each([
  ['no credentials', null],
  ['a wrong secret', { apiKey: key, apiSecret: 'wrong' }],
  ['an unknown key', { apiKey: 'nobody00', apiSecret: '' }],
])('answers %s with 401', async (_, credentials) => {
  const { call } = await startTestSandbox()
  const answer = await call('/v2/reports/x', { credentials })
  expect(answer.status).toBe(401)
  expect(answer.headers['content-type']).toBe('application/problem+json')
  expect(answer.json).toMatchObject({ title: 'Unauthorized', instance: expect.any(String) })
})

test('answers malformed requests with problems', async () => {
  const { call, create } = await startTestSandbox()
  for (const body of ['{', '[]', 'null', '"x"', '']) {
    const answer = await call('/v2/reports', { method: 'POST', body })
    expect([answer.status, answer.json.title]).toEqual([400, 'Malformed JSON'])
  }
  const refused = await create({ product: 'NOPE', account_id: key })
  expect(refused.status).toBe(422)
  expect(refused.json.invalid_parameters[0]).toMatchObject({
    name: 'product',
    reason: expect.stringContaining('Could not resolve product name'),
  })
  const large = await call('/v2/reports', { method: 'POST', body: 'x'.repeat(2e6) })
  expect(large.status).toBe(413)
  expect((await call('/v2/reports/%E0%A4%A')).status).toBe(404)
  expect((await call('/nothing')).status).toBe(404)
  const wrong = await call('/v2/reports/x', { method: 'PATCH' })
  expect([wrong.status, wrong.headers.allow]).toEqual([405, 'GET, DELETE'])
})

test('answers what is above the rate with 429', async () => {
  const { call } = await startTestSandbox({ requestsPerSecond: { async: 5, sync: 10 } })
  const answers = await Promise.all(Array.from({ length: 9 }, () => call('/v2/reports/x')))
  const statuses = answers.map(({ status }) => status).sort()
  expect(statuses).toEqual([404, 404, 404, 404, 404, 429, 429, 429, 429])
})

test('logs every request with its outcome and never a secret', async () => {
  const { create, status, log, call } = await startTestSandbox()
  const { json } = await create(voice)
  await status(json.request_id)
  await call('/v2/reports/x', { credentials: { apiKey: key, apiSecret: 'GuessedSecret' } })
  const entries = await log()
  expect(entries.map((one) => [one.operation, one.status, one.workDone, one.requestId])).toEqual([
    ['create', 200, true, json.request_id],
    ['status', 200, true, json.request_id],
    ['status', 401, false, null],
  ])
  expect(JSON.stringify(entries)).not.toMatch(/Secret/)
})
