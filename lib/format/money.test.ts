import { expect, test } from 'vitest'
import { formatMoney } from './money'

test.each([
  ['0', 'EUR', 'en', '0.00 EUR'],
  ['1204311.5', 'EUR', 'de', '1.204.311,50 EUR'],
  ['0.0004', 'USD', 'en', '0.0004 USD'],
  ['12345678901234567890.123456789', '', 'en', '12,345,678,901,234,567,890.123456789'],
])('%s %s in %s is %s', (amount, currency, locale, text) => {
  expect(formatMoney(amount, currency, locale)).toBe(text)
})

test('rounds where told', () => {
  expect(formatMoney('2.34567', 'EUR', 'en', 2)).toBe('2.35 EUR')
})
