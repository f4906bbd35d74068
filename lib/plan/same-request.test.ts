import { expect, it } from 'vitest'
import { isSameRequest } from './same-request'

const one = {
  product: 'SMS',
  targetAccountId: 'abcd1234',
  direction: 'outbound',
  dateStart: 1_000,
  dateEnd: 2_000,
  includeSubaccounts: false,
  filters: { to: '1', status: 'failed', from: '', include_message: false },
}

it('compares what says something, in whole seconds and any order', () => {
  const same = { ...one, dateStart: 1_999, filters: { status: 'failed', to: '1' } }
  expect(isSameRequest(one, same)).toBe(true)
})

it.each([
  { product: 'MESSAGES' },
  { targetAccountId: 'sub00001' },
  { direction: 'inbound' },
  { direction: null },
  { dateStart: 3_000 },
  { dateEnd: null },
  { includeSubaccounts: true },
  { filters: { to: '1' } },
  { filters: { ...one.filters, country: 'GB' } },
])('sees the difference in %o', (fields) => {
  expect(isSameRequest(one, { ...one, ...fields })).toBe(false)
})
