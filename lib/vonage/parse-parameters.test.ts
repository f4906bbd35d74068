import { expect, it } from 'vitest'
import { parseParameters } from './parse-parameters'

it('reads what was asked, in either way of writing it', () => {
  expect(
    parseParameters({
      request_id: 'x',
      request_status: 'SUCCESS',
      product: 'SMS',
      account_id: 'abcd1234',
      direction: 'outbound',
      date_start: '2026-06-01T00:00:00+0000',
      date_end: '2026-07-01T00:00:00Z',
      include_subaccounts: 'true',
      include_message: true,
      show_concatenated: 'false',
      status: 'delivered',
      to: '447700900000',
      callback_url: 'https://example.com',
    }),
  ).toEqual({
    product: 'SMS',
    targetAccountId: 'abcd1234',
    direction: 'outbound',
    dateStart: Date.UTC(2026, 5, 1),
    dateEnd: Date.UTC(2026, 6, 1),
    includeSubaccounts: true,
    filters: { include_message: true, status: 'delivered', to: '447700900000' },
  })
})

it('takes what is missing or odd for nothing', () => {
  expect(parseParameters({ direction: 'sideways', date_start: 7, status: null })).toEqual({
    product: '',
    targetAccountId: '',
    direction: null,
    dateStart: null,
    dateEnd: null,
    includeSubaccounts: false,
    filters: {},
  })
})
