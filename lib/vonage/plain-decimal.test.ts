import { expect, it } from 'vitest'
import { toPlainDecimal } from './plain-decimal'

it.each([
  ['0.0004', '0.0004'],
  ['0.0000', '0'],
  ['12', '12'],
  ['007.10', '7.1'],
  ['.5', '0.5'],
  ['5.', '5'],
  ['-0.25', '-0.25'],
  ['-0', '0'],
  ['+3', '3'],
  ['4e-4', '0.0004'],
  ['1.2e-7', '0.00000012'],
  ['12.5E3', '12500'],
  ['1.2345e2', '123.45'],
  ['-1e-2', '-0.01'],
  ['0e9', '0'],
  ['123456789012345678901234567890.000000000000000000000000000001', expect.any(String)],
])('reads %s', (text, expected) => {
  expect(toPlainDecimal(text)).toEqual(expected)
})

it.each(['', ' ', '.', 'abc', '1,5', '1.2.3', 'NaN', 'Infinity', '1e999', '1e', '1e-99', '0x10'])(
  'takes %j for no amount',
  (text) => {
    expect(toPlainDecimal(text)).toBeNull()
  },
)
