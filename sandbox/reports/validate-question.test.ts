import { expect, test } from 'vitest'
import { type Product, products } from '@/lib/catalogue/products'
import { validateQuestion } from './validate-question'

const now = Date.UTC(2026, 10, 24, 6)
const rules = { now, sync: false, dayLimit: false, withDates: true }
const sms = { product: 'SMS', account_id: '5a4db0x1', direction: 'outbound' }

function invalidNames(input: Record<string, unknown>, more = {}): string[] {
  const validated = validateQuestion(input, { ...rules, ...more })
  return validated.ok ? [] : validated.invalid.map(({ name }) => name)
}

test.each(Object.entries(products as Record<string, Product>))(
  'holds %s to its direction rule and its filters',
  (product, { direction, filters, required = [], values }) => {
    const base = Object.fromEntries(required.map((name) => [name, values?.[name]?.[0] ?? 'x']))
    const input = { product, account_id: '5a4db0x1', ...base }
    expect(invalidNames(input)).toEqual(direction === 'required' ? ['direction'] : [])
    expect(invalidNames({ ...input, direction: 'inbound' })).toEqual(
      direction === 'invalid' ? ['direction'] : [],
    )
    for (const name of required)
      expect(invalidNames({ ...input, [name]: undefined })).toContain(name)
    expect(invalidNames({ ...input, leg_id: 'x' }).includes('leg_id')).toBe(
      !filters.includes('leg_id'),
    )
  },
)

test.each([
  [{ product: undefined }, 'product'],
  [{ product: 'sms' }, 'product'],
  [{ account_id: undefined }, 'account_id'],
  [{ account_id: 'short' }, 'account_id'],
  [{ direction: 'both' }, 'direction'],
  [{ status: 'DELIVERED' }, 'status'],
  [{ status: '' }, 'status'],
  [{ from: { a: 1 } }, 'from'],
  [{ include_message: 'yes' }, 'include_message'],
  [{ include_subaccounts: 1 }, 'include_subaccounts'],
  [{ callback_url: 'ftp://a.example' }, 'callback_url'],
  [{ callback_url: 'nonsense' }, 'callback_url'],
  [{ date_start: '2026-11-01' }, 'date_start'],
  [{ date_end: 'tomorrow' }, 'date_end'],
  [{ date_start: '2026-11-02T00:00:00Z', date_end: '2026-11-01T00:00:00Z' }, 'date_end'],
  [{ date_start: '2026-11-02T00:00:00Z', date_end: '2026-11-02T00:00:00Z' }, 'date_end'],
  [{ date_start: '2025-01-01T00:00:00Z', date_end: '2026-11-02T00:00:00Z' }, 'date_start'],
])('refuses %o', (change, name) => {
  expect(invalidNames({ ...sms, ...change })).toEqual([name])
})

test('names every fault at once', () => {
  const input = { product: 'VOICE-TTS', direction: 'inbound', from: '1', date_end: 'x' }
  expect(invalidNames(input)).toEqual(['account_id', 'date_end', 'direction', 'from'])
})

test('takes what Vonage’s curl examples send', () => {
  const validated = validateQuestion(
    {
      ...sms,
      date_start: '2026-11-01T00:00:00+0000',
      date_end: '2026-11-02T00:00:00+0000',
      include_subaccounts: 'false',
      include_message: 'true',
      network: 23410,
    },
    rules,
  )
  expect(validated).toMatchObject({
    ok: true,
    question: { includeMessage: true, includeSubaccounts: false, filters: { network: '23410' } },
    echo: {
      date_start: '2026-11-01T00:00:00+00:00',
      include_message: true,
      include_subaccounts: false,
    },
  })
})

test('takes the last seven days when no dates are sent', () => {
  const validated = validateQuestion(sms, rules)
  expect(validated).toMatchObject({
    echo: { date_start: '2026-11-17T06:00:00+00:00', date_end: '2026-11-24T06:00:00+00:00' },
  })
})

test('wants both dates within 24 hours of a synchronous query, unless told otherwise', () => {
  const sync = { sync: true, dayLimit: true }
  const dates = { date_start: '2026-11-01T00:00:00Z', date_end: '2026-11-02T00:00:00Z' }
  const long = { ...dates, date_end: '2026-11-02T00:00:01Z' }
  expect(invalidNames(sms, sync)).toEqual(['date_start', 'date_end'])
  expect(invalidNames({ ...sms, ...dates }, sync)).toEqual([])
  expect(invalidNames({ ...sms, ...long }, sync)).toEqual(['date_end'])
  expect(invalidNames({ ...sms, ...long }, { sync: true, dayLimit: false })).toEqual([])
})
