import { expect, it } from 'vitest'
import { parseUsage } from './parse-usage'

/** As `GET /v2/reports/records` answers (facts 3). */
const record = {
  id: 'ri3p58f-48598ea7',
  acc: 'abcd1234',
  account_id: 'sub00001',
  master_account_id: 'abcd1234',
  date_received: '2026-06-01T10:00:00+0000',
  date_started: '2026-06-01T10:00:01+00:00',
  date_finished: null,
  job_type: 'ASYNC_JOB',
  request_product: 'SMS',
  request_params: { product: 'SMS', account_id: 'sub00001' },
  status: 'PROCESSING',
  items_written: '1204311',
  is_charged: 'TRUE',
  price: '0.0004',
  total_price: '481.7244',
  currency: null,
  tier_volume: '0-onwards',
}

it('reads a record of the API', () => {
  expect(parseUsage(record)).toEqual({
    recordId: 'ri3p58f-48598ea7',
    targetAccountId: 'sub00001',
    masterAccountId: 'abcd1234',
    receivedAt: '2026-06-01T10:00:00.000Z',
    startedAt: '2026-06-01T10:00:01.000Z',
    finishedAt: null,
    product: 'SMS',
    jobType: 'ASYNC_JOB',
    status: 'PROCESSING',
    itemsWritten: 1204311,
    isCharged: true,
    price: '0.0004',
    totalPrice: '481.7244',
    currency: '',
    tierVolume: '0-onwards',
    parameters: { product: 'SMS', account_id: 'sub00001' },
  })
})

it('reads a line of a file, whose parameters are text and whose empty values are empty', () => {
  const line = parseUsage({
    ...record,
    request_params: '{"product":"SMS"}',
    is_charged: 'FALSE',
    items_written: '',
    price: '',
    date_started: '',
    currency: 'EUR',
  })
  expect(line).toMatchObject({
    parameters: { product: 'SMS' },
    isCharged: false,
    itemsWritten: null,
    price: null,
    startedAt: null,
    currency: 'EUR',
  })
})

it('takes what it does not know for unknown, and nothing for what it is not', () => {
  const line = parseUsage({
    id: 1,
    date_received: '2026-06-01T10:00:00Z',
    request_params: '[1]',
    is_charged: null,
    items_written: 'many',
    total_price: 'free',
  })
  expect(line).toMatchObject({
    recordId: '1',
    isCharged: null,
    itemsWritten: null,
    totalPrice: null,
    product: '',
    parameters: {},
  })
})

it('takes a record that says almost nothing', () => {
  expect(parseUsage({ id: 'x', date_received: '2026-06-01T10:00:00Z' })).toMatchObject({
    isCharged: null,
    totalPrice: null,
    status: '',
    parameters: {},
  })
})

it.each([null, 'text', {}, { id: 'x' }, { id: 'x', date_received: 'soon' }, { ...record, id: '' }])(
  'takes %j for no usage',
  (value) => {
    expect(parseUsage(value)).toBeNull()
  },
)
