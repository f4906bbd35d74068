import { expect, it } from 'vitest'
import { readRetryAfter } from './retry-after'

const date = 'Tue, 24 Nov 2026 10:00:00 GMT'

it.each([
  ['7', 7000],
  ['0', 0],
  ['Tue, 24 Nov 2026 10:00:30 GMT', 30_000],
  ['Tue, 24 Nov 2026 09:00:00 GMT', 0],
  ['999999999', 86_400_000],
  ['-5 soon', null],
  ['', null],
  [undefined, null],
  [['7', '8'], null],
])('reads %j as %j ms', (header, ms) => {
  expect(readRetryAfter(header, date)).toBe(ms)
})
