import { expect, test } from 'vitest'
import { groupBySeries } from './group-by-series'
import type { AskedRequest } from './paid-request'

const day = (n: number) => new Date(Date.UTC(2026, 5, n)).toISOString()
const asked = (from: number, to: number, fields: Partial<AskedRequest> = {}): AskedRequest => ({
  key: `${from}`,
  accountId: 'a',
  targetAccountId: 'abcd1234',
  product: 'SMS',
  direction: 'outbound',
  dateStart: day(from),
  dateEnd: day(to),
  includeSubaccounts: false,
  filters: {},
  ...fields,
})

test('requests that differ only in their range are one series, from the first to the last of them', () => {
  const series = groupBySeries([asked(5, 6), asked(9, 10), asked(1, 2)])
  expect(series).toHaveLength(1)
  expect(series[0]).toMatchObject({
    asked: { dateStart: day(1), dateEnd: day(10) },
    members: [0, 1, 2],
  })
})

test.each<[string, Partial<AskedRequest>]>([
  ['account', { accountId: 'b' }],
  ['sub-account', { targetAccountId: 'efgh5678' }],
  ['product', { product: 'MESSAGES' }],
  ['direction', { direction: 'inbound' }],
  ['choice of sub-accounts', { includeSubaccounts: true }],
  ['filter', { filters: { country: 'GB' } }],
])('another %s is another series', (_what, fields) => {
  expect(groupBySeries([asked(1, 2), asked(1, 2, fields)])).toHaveLength(2)
})

test('filters count by what they leave out, in any order', () => {
  const one = asked(1, 2, {
    filters: { country: 'GB', to: '44', status: '', include_message: false },
  })
  const other = asked(2, 3, { filters: { to: '44', country: 'GB', show_concatenated: true } })
  expect(groupBySeries([one, other])).toHaveLength(2)
  const [series] = groupBySeries([one, other], (name) => name === 'show_concatenated')
  expect(series).toMatchObject({ asked: { filters: { country: 'GB', to: '44' } }, members: [0, 1] })
})
