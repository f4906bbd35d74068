import { expect, test } from 'vitest'
import { readArchive } from '../testing/read-archive'
import { key, patiently, startTestSandbox } from '../testing/start-test-sandbox'
import { second } from '../times'
import { type FaultName, parseFault } from './fault'

const voice = { product: 'VOICE-CALL', account_id: key }

async function startWith(name: FaultName, more: object = {}) {
  const sandbox = await startTestSandbox()
  const created = await sandbox.addFault({ name, ...more })
  expect(created.status).toBe(200)
  return {
    ...sandbox,
    async finish() {
      const { json } = await sandbox.create(voice)
      sandbox.time.now += 20 * second
      return (await sandbox.status(json.request_id)).json
    },
  }
}

test.each([
  ['rate-limit', {}, 429],
  ['server-error', {}, 500],
  ['server-error', { status: 503 }, 503],
  ['unauthorized', {}, 401],
  ['forbidden', {}, 403],
] as const)('%s %o answers instead of the work, as often as told', async (name, more, status) => {
  const { create, log, addFault } = await startWith(name, { ...more, count: 2 })
  await addFault({ name: 'rate-limit', product: 'AMD' })
  const answers = [await create(voice), await create(voice), await create(voice)]
  expect(answers.map((answer) => answer.status)).toEqual([status, status, 200])
  expect((await create({ ...voice, product: 'AMD' })).status).toBe(429)
  expect((await log()).map((entry) => [entry.fault, entry.workDone])).toEqual([
    [name, false],
    [name, false],
    [null, true],
    ['rate-limit', false],
  ])
})

test('not-found hides a report that is there', async () => {
  const { create, status } = await startWith('not-found', { count: 1 })
  const { json } = await create(voice)
  expect((await status(json.request_id)).status).toBe(404)
  expect((await status(json.request_id)).status).toBe(200)
})

test.each([
  ['drop-before', false],
  ['drop-after', true],
] as const)('%s breaks the connection, and the log knows what was done', async (name, workDone) => {
  const { create, log, call } = await startWith(name, { operation: ['create'], count: 1 })
  await expect(create(voice)).rejects.toThrow(/socket hang up|ECONNRESET/)
  await expect
    .poll(log, patiently)
    .toMatchObject([{ operation: 'create', outcome: 'dropped', workDone }])
  const { reports } = (await call('/__sandbox/reports')).json
  expect(reports).toHaveLength(workDone ? 1 : 0)
})

test('hang gives no answer until the caller leaves', async () => {
  const { url, log, call } = await startWith('hang', { count: 1 })
  const auth = Buffer.from(`${key}:NotARealSecret01`).toString('base64')
  const leaving = new AbortController()
  const headers = { authorization: `Basic ${auth}` }
  const answer = fetch(`${url()}/v2/reports/x`, { headers, signal: leaving.signal })
  answer.catch(() => {})
  const struck = async () => (await call('/__sandbox/faults')).json.faults[0].struck
  await expect.poll(struck, patiently).toBe(1)
  expect(await log()).toEqual([])
  leaving.abort()
  await expect(answer).rejects.toThrow(/aborted/)
  await expect.poll(log, patiently).toMatchObject([{ outcome: 'dropped', fault: 'hang' }])
})

test('server-error-after and unreadable do the work and hide it', async () => {
  const { create, addFault, call } = await startWith('server-error-after', { count: 1 })
  await addFault({ name: 'unreadable', count: 1 })
  expect((await create(voice)).status).toBe(500)
  const unreadable = await create(voice)
  expect([unreadable.status, unreadable.json]).toEqual([200, undefined])
  expect((await call('/__sandbox/reports')).json.reports).toHaveLength(2)
})

test('slow-answer and slow-body take their time', async () => {
  const { create, addFault, log } = await startWith('slow-answer', { count: 1, delayMs: 40 })
  await addFault({ name: 'slow-body', count: 1, delayMs: 4 })
  expect((await create(voice)).status).toBe(200)
  expect((await create(voice)).json.request_status).toBe('PENDING')
  for (const entry of await log()) expect(entry.ms).toBeGreaterThanOrEqual(35)
})

test('distorted answers stay JSON', async () => {
  const { finish, status, addFault } = await startWith('missing-fields', {
    operation: ['status'],
    count: 1,
  })
  const lacking = await finish()
  expect(lacking).not.toHaveProperty('items_count')
  const id = lacking.request_id
  await addFault({ name: 'missing-fields', value: 'request_status', count: 1 })
  expect((await status(id)).json).not.toHaveProperty('request_status')
  await addFault({ name: 'extra-fields', count: 1 })
  expect((await status(id)).json).toMatchObject({ progress: 42, request_status: 'SUCCESS' })
  await addFault({ name: 'unknown-status', count: 1 })
  expect((await status(id)).json.request_status).toBe('QUEUED_FOR_REVIEW')
  await addFault({ name: 'wrong-link-host', count: 1 })
  expect((await status(id)).json._links.download_report.href).toMatch(/^http:\/\/files\.invalid/)
})

test('redirect sends the caller to another address', async () => {
  const { finish, call } = await startWith('redirect')
  const { href } = (await finish())._links.download_report
  const answer = await call(href)
  expect(answer.status).toBe(302)
  expect(answer.headers.location).toBe(href.replace('127.0.0.1', 'localhost'))
})

test.each([
  ['failed', 'FAILED', false],
  ['truncated', 'TRUNCATED', true],
  ['truncated-no-link', 'TRUNCATED', false],
  ['stuck', 'PROCESSING', false],
  ['empty', 'SUCCESS', true],
  ['empty-archive', 'SUCCESS', true],
] as const)('a report can end as %s', async (name, status, hasLink) => {
  const { finish, call } = await startWith(name)
  const report = await finish()
  expect(report.request_status).toBe(status)
  expect('download_report' in report._links).toBe(hasLink)
  if (!name.startsWith('empty')) return
  expect(report.items_count).toBe(0)
  const files = await readArchive((await call(report._links.download_report.href)).body)
  const lines = files.map((file) => file.text.split('\n').length - 1)
  expect(lines).toEqual(name === 'empty' ? [1] : [])
})

test('a truncated report has the first rows', async () => {
  const { finish, call } = await startWith('truncated')
  const report = await finish()
  const [file] = await readArchive((await call(report._links.download_report.href)).body)
  expect(file?.text.trimEnd().split('\n')).toHaveLength(report.items_count + 1)
})

test.each([
  ['zip-truncated', /central directory/],
  ['zip-no-directory', /central directory/],
  ['zip-bad-crc', /checksum/],
  ['zip-not-a-zip', /central directory/],
] as const)('%s is served whole and cannot be read', async (name, message) => {
  const { finish, call } = await startWith(name)
  const answer = await call((await finish())._links.download_report.href)
  expect(answer.status).toBe(200)
  await expect(readArchive(answer.body)).rejects.toThrow(message)
})

test('zip-dropped breaks off', async () => {
  const { finish, call } = await startWith('zip-dropped')
  const { href } = (await finish())._links.download_report
  await expect(call(href)).rejects.toThrow(/aborted|hang up|ECONNRESET/)
})

test.each([
  ['zip-two-entries', 2],
  ['zip-no-entry', 0],
] as const)('%s', async (name, count) => {
  const { finish, call } = await startWith(name)
  const { body } = await call((await finish())._links.download_report.href)
  expect(await readArchive(body)).toHaveLength(count)
})

test('strikes as likely as told', async () => {
  const { status } = await startWith('rate-limit', { probability: 0.5 })
  const answers = await Promise.all(Array.from({ length: 100 }, () => status('x')))
  const refused = answers.filter((answer) => answer.status === 429).length
  expect(refused).toBeGreaterThan(25)
  expect(refused).toBeLessThan(75)
})

test('is seen and removed at run time', async () => {
  const { call, addFault, status } = await startWith('rate-limit', { account: key })
  await addFault({ name: 'server-error', account: 'nobody00' })
  expect((await status('x')).status).toBe(429)
  expect((await call('/__sandbox/faults')).json.faults).toMatchObject([
    { id: 1, name: 'rate-limit', struck: 1 },
    { id: 2, name: 'server-error', struck: 0 },
  ])
  expect((await call('/__sandbox/faults/1', { method: 'DELETE' })).json).toEqual({ removed: 1 })
  expect((await status('x')).status).toBe(404)
  expect((await call('/__sandbox/faults', { method: 'DELETE' })).json).toEqual({ removed: 1 })
  expect((await addFault({ name: 'nonsense' })).status).toBe(422)
  expect((await addFault({ name: 'hang', count: 0 })).status).toBe(422)
})

test('is read from the command line', () => {
  expect(parseFault('stuck')).toEqual({ name: 'stuck' })
  expect(parseFault('rate-limit:operation=create+status,count=3,probability=0.5')).toEqual({
    name: 'rate-limit',
    operation: ['create', 'status'],
    count: 3,
    probability: 0.5,
  })
  for (const wrong of [
    'nonsense',
    'stuck:count=x',
    'stuck:often=3',
    'stuck:count',
    'hang:operation=x',
  ]) {
    expect(() => parseFault(wrong)).toThrow(`--fault ${wrong}`)
  }
})
