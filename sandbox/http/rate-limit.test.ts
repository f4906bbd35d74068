import { expect, test } from 'vitest'
import { createRateLimit } from './rate-limit'

test('lets so many through in a second, by key and by kind', () => {
  let now = 0
  const allow = createRateLimit({ async: 5, sync: 10 }, () => now)
  const ask = (count: number, key: string, bucket: 'async' | 'sync') =>
    Array.from({ length: count }, () => allow(key, bucket)).filter(Boolean).length
  expect(ask(8, 'a', 'async')).toBe(5)
  expect(ask(20, 'a', 'sync')).toBe(10)
  expect(ask(8, 'b', 'async')).toBe(5)
  now = 900
  expect(ask(1, 'a', 'async')).toBe(0)
  now = 1000
  expect(ask(8, 'a', 'async')).toBe(5)
})

test('never refuses a client that keeps to the rate', () => {
  let now = 0
  const allow = createRateLimit({ async: 5, sync: 10 }, () => now)
  for (let n = 0; n < 50; n++) {
    now = n * 200 - (n % 2) * 15
    expect(allow('a', 'async')).toBe(true)
  }
})
