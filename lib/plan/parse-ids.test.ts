import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseIds } from './parse-ids'

it('reads ids between blanks, lines, commas and semicolons, in quotes, each once', () => {
  const text = ' 0C0000002A7B7F02,\n"0C0000002A7B7F03"; (id-3)\t0C0000002A7B7F02,, [x_4] '
  expect(parseIds(text)).toEqual({
    ids: ['0C0000002A7B7F02', '0C0000002A7B7F03', 'id-3', 'x_4'],
    repeated: 1,
    lowered: 0,
    unusable: [],
  })
})

it('writes UUIDs as Vonage does, and leaves all others as they are', () => {
  const small = 'aaaaaaaa-bbbb-cccc-dddd-0123456789ab'
  expect(parseIds(`${small.toUpperCase()} ${small} ABC abc`)).toEqual({
    ids: [small, 'ABC', 'abc'],
    repeated: 1,
    lowered: 1,
    unusable: [],
  })
})

it('names what can be no id', () => {
  expect(parseIds(`ok Müller ${'x'.repeat(101)} Müller`).unusable).toEqual([
    'Müller',
    'x'.repeat(101),
  ])
})

it('nothing is nothing', () => {
  expect(parseIds(' ,;\n""')).toEqual({ ids: [], repeated: 0, lowered: 0, unusable: [] })
})

it('finds every id, however they are parted', () => {
  const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,36}$/)
  const gap = fc.constantFrom(' ', ',', ', ', '\n', '\r\n', ';', '\t', '","')
  fc.assert(
    fc.property(fc.array(fc.tuple(id, gap)), (pieces) => {
      const text = pieces.map(([one, between]) => one + between).join('')
      const { ids, repeated } = parseIds(text)
      expect(ids.length + repeated).toBe(pieces.length)
      expect(new Set(ids.map((one) => one.toLowerCase()))).toEqual(
        new Set(pieces.map(([one]) => one.toLowerCase())),
      )
    }),
  )
})
