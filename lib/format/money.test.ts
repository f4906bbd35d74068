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
  expect(formatMoney('0', 'EUR', 'en', 2)).toBe('0.00 EUR')
})

test('never rounds to nothing what is something', () => {
  expect(formatMoney('0.0004', 'EUR', 'en', 2)).toBe('0.0004 EUR')
  expect(formatMoney('-0.00123456', 'EUR', 'en', 2)).toBe('-0.0012 EUR')
  expect(formatMoney('0.01', 'EUR', 'en', 2)).toBe('0.01 EUR')
})
