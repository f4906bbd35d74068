import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitValues } from './split-values'

describe('splitValues', () => {
  it.each([
    ['447700900001', ['447700900001']],
    ['+44 7700 900001', ['447700900001']],
    ['+44 (0)7700-900.001', ['4407700900001']],
    ['447700900001 447700900002', ['447700900001', '447700900002']],
    [
      '447700900001,447700900002;\r\n447700900003\t',
      ['447700900001', '447700900002', '447700900003'],
    ],
    ['+44 7700 900001\n+44 7700 900002', ['447700900001', '447700900002']],
    ['ACME Ltd', ['ACME Ltd']],
    ['12345', ['12345']],
    ['12 34', ['12 34']],
    ['ana@example.com', ['ana@example.com']],
  ])('reads numbers and names of %j', (text, values) => {
    expect(splitValues(text, 'numbers').values).toEqual(values)
  })

  it('parts ids at spaces, but keeps those of references', () => {
    expect(splitValues(' CON-1 CON-2\nCON-1', 'words')).toEqual({
      values: ['CON-1', 'CON-2'],
      repeated: 1,
    })
    expect(splitValues('order 17\norder 18', 'lines').values).toEqual(['order 17', 'order 18'])
  })

  it('leaves a text that is no list as it is', () => {
    expect(splitValues(' a, b; c ', undefined).values).toEqual(['a, b; c'])
  })

  const kinds = fc.constantFrom('words' as const, 'numbers' as const, 'lines' as const)
  const numbers = fc.array(fc.stringMatching(/^[1-9]\d{7,14}$/), { maxLength: 200 })

  it('finds every value once, in order, whatever stands between them', () => {
    fc.assert(
      fc.property(
        kinds,
        numbers,
        fc.array(fc.constantFrom('\n', '\r\n', ', ', ';', '\t', ',\n'), { minLength: 1 }),
        (kind, typed, between) => {
          const text = typed.map((value, at) => value + between[at % between.length]).join('')
          const { values, repeated } = splitValues(text, kind)
          expect(values).toEqual([...new Set(typed)])
          expect(values.length + repeated).toBe(typed.length)
        },
      ),
    )
  })

  it('reads what it has read just the same', () => {
    fc.assert(
      fc.property(kinds, fc.string({ unit: 'grapheme' }), (kind, text) => {
        const { values } = splitValues(text, kind)
        expect(splitValues(values.join('\n'), kind).values).toEqual(values)
      }),
    )
  })
})
