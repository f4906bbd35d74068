import { execFile, fork, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { describeUsage, readOptions } from './cli'
import { faultNames } from './faults/fault'
import { defaultCredentials } from './options'
import { key, makeDataDir, patiently } from './testing/start-test-sandbox'
import { createTestClient } from './testing/test-client'

const folder = mkdtempSync(join(tmpdir(), 'sandbox-program-'))
const program = join(folder, 'sandbox.mjs')

beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, 'main.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
  })
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function startProgram(dataDir: string, ...more: string[]) {
  const args = ['--port', '0', '--data', dataDir, '--speed', '1000', ...more]
  const child = fork(program, args, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  let printed = ''
  child.stdout?.on('data', (chunk) => {
    printed += chunk
  })
  const [message] = (await once(child, 'message')) as [{ type: string; url: string }]
  expect(message.type).toBe('ready')
  return {
    ...createTestClient(() => message.url, defaultCredentials),
    child,
    url: message.url,
    printed: () => printed,
    ended: once(child, 'exit'),
  }
}

const voice = { product: 'VOICE-CALL', account_id: key }

test('remembers what it answered before a kill -9, with a torn last line', async () => {
  const dataDir = makeDataDir()
  const first = await startProgram(dataDir)
  const answers = await Promise.all([1, 2, 3, 4].map(() => first.create(voice)))
  first.child.kill('SIGKILL')
  await first.ended
  appendFileSync(join(dataDir, 'journal.ndjson'), '{"type":"created","job":{"id":"to')
  const second = await startProgram(dataDir)
  for (const { json } of answers) {
    expect((await second.status(json.request_id)).status).toBe(200)
  }
  expect((await second.log()).filter((entry) => entry.operation === 'create')).toHaveLength(4)
})

test.each(['SIGTERM', 'SIGINT'] as const)('ends promptly on %s', async (signal) => {
  const { child, ended, printed, url } = await startProgram(makeDataDir())
  await expect.poll(printed, patiently).toContain(`sandbox listening on ${url}\n`)
  child.kill(signal)
  expect((await ended)[0]).toBe(0)
})

test('ends when its supervisor is gone', async () => {
  const { child, ended } = await startProgram(makeDataDir())
  child.disconnect()
  expect((await ended)[0]).toBe(0)
})

const hasCurl = !spawnSync('curl', ['--version']).error

test.skipIf(!hasCurl)('serves Vonage’s curl example', async () => {
  const { url, status } = await startProgram(makeDataDir())
  const { stdout } = await promisify(execFile)('curl', [
    ...['-s', '-X', 'POST', `${url}/v2/reports/`],
    ...['-u', `${defaultCredentials.apiKey}:${defaultCredentials.apiSecret}`],
    ...['-H', 'Content-Type: application/json'],
    '-d',
    `{
      "account_id": "${key}",
      "product": "SMS",
      "include_subaccounts": "false",
      "status": "delivered",
      "client_ref": "abc123",
      "account_ref": "customer1234",
      "direction": "outbound",
      "include_message": "true",
      "from": "441234567890",
      "to": "441234567890",
      "date_start": "2026-10-01T00:00:00+0000",
      "date_end": "2026-10-02T00:00:00+0000"
    }`,
  ])
  const created = JSON.parse(stdout)
  expect(created).toMatchObject({ request_status: 'PENDING', include_message: true })
  await expect
    .poll(async () => (await status(created.request_id)).json.request_status, patiently)
    .toBe('SUCCESS')
})

test('reads its options, and says what is wrong with them', () => {
  expect(readOptions(['--help'], {})).toBeNull()
  expect(readOptions([], {})).toMatchObject({
    port: 4010,
    host: '127.0.0.1',
    speed: 1,
    apiKey: key,
  })
  const args = ['--port', '1', '--key', 'bbbb2222:secret', '--fault', 'stuck', '--sync-span', 'any']
  expect(readOptions(args, { SANDBOX_API_KEY: 'cccc3333', SANDBOX_API_SECRET: 's' })).toMatchObject(
    {
      port: 1,
      apiKey: 'cccc3333',
      apiSecret: 's',
      syncDayLimit: false,
      accounts: [{ apiKey: 'bbbb2222', apiSecret: 'secret' }],
      faults: [{ name: 'stuck' }],
    },
  )
  for (const wrong of [
    ['--port', 'x'],
    ['--speed', '0'],
    ['--key', 'a:b'],
    ['--no'],
    ['--fault', 'x'],
  ]) {
    expect(() => readOptions(wrong, {})).toThrow(wrong[0])
  }
  expect(() => readOptions([], { SANDBOX_API_KEY: 'short' })).toThrow('SANDBOX_API_KEY')
  for (const name of faultNames) expect(describeUsage()).toContain(`  ${name} `)
})
