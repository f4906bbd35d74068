import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { EnvError, parseEnv } from './env'

test('has a default for whatever a first start needs', () => {
  expect(parseEnv({})).toEqual({
    DATASET_MEMORY_MB: 768,
    PORT: 3000,
    HOST: '127.0.0.1',
    DATA_DIR: resolve('./data'),
    VONAGE_API_URL: 'https://api.nexmo.com',
    SANDBOX: 'on',
    SANDBOX_API_KEY: 'sandbox1',
    WORKER: 'on',
    TRUST_PROXY: 0,
    LOG_LEVEL: 'info',
  })
})

test('an empty variable counts as unset', () => {
  expect(parseEnv({ PORT: '', DATABASE_URL: '' })).toEqual(parseEnv({}))
})

test('names every fault at once, and repeats no value', () => {
  const source = {
    PORT: '65536',
    APP_URL: 'ftp://hidden-1.example',
    DATABASE_URL: 'mysql://user:hidden-2@db/x',
    VONAGE_API_URL: 'http://hidden-3.example',
    SANDBOX_API_URL: 'http://user:hidden-4@127.0.0.1',
    SANDBOX: 'hidden-5',
    VAULT_KEY: 'hidden-6',
    AUTH_SECRET: 'hidden-7',
    ADMIN_EMAIL: 'hidden-8',
    TRUST_PROXY: '-1',
    LOG_LEVEL: 'hidden-9',
    HOST: 'hidden 10',
  }
  const { message } = catchEnvError(source)
  for (const name of Object.keys(source)) expect(message).toMatch(new RegExp(`^  ${name} `, 'm'))
  expect(message).not.toContain('hidden')
})

function catchEnvError(source: Record<string, string>): EnvError {
  try {
    parseEnv(source)
  } catch (error) {
    if (error instanceof EnvError) return error
  }
  throw new Error('no EnvError was thrown')
}

test.each([
  ['VONAGE_API_URL', 'https://vonage.example/base/', 'https://vonage.example/base'],
  ['SANDBOX_API_URL', 'http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
  ['SANDBOX_API_URL', 'http://[::1]:4010/', 'http://[::1]:4010'],
  ['SANDBOX_API_URL', 'http://localhost:4010', 'http://localhost:4010'],
  ['APP_URL', 'https://reports.example.com/', 'https://reports.example.com'],
] as const)('takes %s=%s', (name, value, expected) => {
  expect(parseEnv({ [name]: value })[name]).toBe(expected)
})

test.each([
  ['VONAGE_API_URL', 'http://127.0.0.1.evil.example'],
  ['VONAGE_API_URL', 'http://localhost.evil.example'],
  ['SANDBOX_API_URL', 'http://10.0.0.1'],
  ['SANDBOX_API_URL', 'https://vonage.example/?key=1'],
  ['APP_URL', 'https://example.com/reports'],
  ['VAULT_KEY', Buffer.alloc(31).toString('base64')],
  ['VAULT_KEY', `${Buffer.alloc(32).toString('base64')} `],
  ['PORT', '3000x'],
  ['TRUST_PROXY', '11'],
])('refuses %s=%s', (name, value) => {
  expect(() => parseEnv({ [name]: value })).toThrow(name)
})

test('the first administrator needs both an address and a password', () => {
  expect(() => parseEnv({ ADMIN_EMAIL: 'admin@example.com' })).toThrow(
    /ADMIN_EMAIL and ADMIN_PASSWORD/,
  )
  expect(() => parseEnv({ ADMIN_PASSWORD: 'something long' })).toThrow(
    /ADMIN_EMAIL and ADMIN_PASSWORD/,
  )
})
