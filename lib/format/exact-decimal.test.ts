import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDecimals, compareDecimals, timesDecimal } from './exact-decimal'

/** A decimal as its digits and where the point stands: `12`, scale 3 is `0.012`. */
const decimal = fc.record({
  units: fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }),
  scale: fc.integer({ min: 0, max: 12 }),
})
const write = ({ units, scale }: { units: bigint; scale: number }) => {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const point = digits.length - scale
  return `${units < 0n ? '-' : ''}${digits.slice(0, point)}${scale ? `.${digits.slice(point)}` : ''}`
}
/** In units of 10^-12. */
const toUnits = (text: string) => {
  const [whole = '', fraction = ''] = text.replace('-', '').split('.')
  const units = BigInt(whole + fraction.padEnd(12, '0'))
  return text.startsWith('-') ? -units : units
}

test('a sum is exact to the last digit, in any order', () => {
  fc.assert(
    fc.property(fc.array(decimal, { maxLength: 20 }), (numbers) => {
      const texts = numbers.map(write)
      const exact = texts.reduce((sum, text) => sum + toUnits(text), 0n)
      expect(toUnits(addDecimals(...texts))).toBe(exact)
      expect(addDecimals(...texts.toReversed())).toBe(addDecimals(...texts))
    }),
  )
})

test('so many times a number is its sum with itself', () => {
  fc.assert(
    fc.property(decimal, fc.integer({ min: 0, max: 50 }), (number, count) => {
      const text = write(number)
      expect(timesDecimal(text, count)).toBe(addDecimals(...Array(count).fill(text)))
    }),
  )
})

test('comparing agrees with the digits', () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      const [left, right] = [toUnits(write(a)), toUnits(write(b))]
      expect(compareDecimals(write(a), write(b))).toBe(left < right ? -1 : left > right ? 1 : 0)
    }),
  )
})

test.each([
  ['1.50', '0.5', '2'],
  ['0.0004', '0.0001', '0.0005'],
  ['-0.1', '0.1', '0'],
  ['0.1', '0.2', '0.3'],
])('%s + %s = %s', (a, b, sum) => expect(addDecimals(a, b)).toBe(sum))

test('what is no decimal is refused', () => {
  for (const text of ['', '1e5', 'NaN', '1,5', '.5']) expect(() => addDecimals(text)).toThrow()
})
