import { expect, test } from 'vitest'
import { createLogger } from './logger'

test('writes of an error what it says, and nothing of what hangs on it', () => {
  const lines: string[] = []
  const log = createLogger('test', { write: (line) => void lines.push(line) })
  const client = { connectionParameters: { password: 'hidden' }, secretKey: 'hidden' }
  const cause = Object.assign(new Error('password: hidden'), { client })
  log.warn({ err: Object.assign(new Error('It broke.', { cause }), { code: '57P01', client }) })
  expect(lines.join('')).not.toMatch(/hidden|client|secretKey/)
  expect(JSON.parse(`${lines[0]}`).err).toMatchObject({
    message: 'It broke.',
    code: '57P01',
    cause: { message: 'password: •••' },
  })
})

test('blots out whatever may hold a secret, where it is logged', () => {
  const lines: string[] = []
  const log = createLogger('test', { write: (line) => void lines.push(line) })
  log.info(
    {
      apiSecret: 'hidden',
      account: { apiSecret: 'hidden', label: 'shown' },
      request: { headers: { authorization: 'hidden', cookie: 'hidden' } },
      body: { callback_url: 'hidden' },
    },
    'said',
  )
  expect(lines.join('')).not.toContain('hidden')
  expect(JSON.parse(`${lines[0]}`)).toMatchObject({
    level: 'info',
    name: 'test',
    msg: 'said',
    account: { label: 'shown' },
  })
})
