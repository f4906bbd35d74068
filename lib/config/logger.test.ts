import { expect, test } from 'vitest'
import { createLogger } from './logger'

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
