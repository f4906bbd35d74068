import fc from 'fast-check'
import { expect, it } from 'vitest'
import { matchUsage, type OwnCall, type UnmatchedLine } from './match-usage'

const at = Date.UTC(2026, 5, 1, 10)
const line = (fields: Partial<UnmatchedLine> = {}): UnmatchedLine => ({
  recordId: 'line',
  targetAccountId: 'abcd1234',
  product: 'SMS',
  receivedAt: at,
  dateStart: 1,
  dateEnd: 2,
  itemsWritten: 10,
  ...fields,
})
const call = (fields: Partial<OwnCall> = {}): OwnCall => ({
  id: 'call',
  targetAccountId: 'abcd1234',
  product: 'SMS',
  dateStart: 1,
  dateEnd: 2,
  receivedAt: at,
  sentAt: at - 300,
  items: 10,
  ...fields,
})
const matches = (lines: UnmatchedLine[], calls: OwnCall[]) => [...matchUsage(lines, calls)]

it('takes a line for the call of the same account, product, range and second', () => {
  expect(matches([line()], [call()])).toEqual([['line', 'call']])
  expect(matches([line({ receivedAt: at + 2000 })], [call()])).toEqual([['line', 'call']])
})

it.each([
  { product: 'MESSAGES' },
  { targetAccountId: 'sub00001' },
  { dateStart: null },
  { dateEnd: 3 },
  { receivedAt: at + 2001 },
  { receivedAt: at - 2001 },
])('takes none that differs in %o', (fields) => {
  expect(matches([line(fields)], [call()])).toEqual([])
})

it('without Vonage’s time of receipt goes by when it was sent, with patience', () => {
  const lost = call({ receivedAt: null, sentAt: at, items: null })
  for (const [apart, found] of [
    [-120_000, 1],
    [-120_001, 0],
    [420_000, 1],
    [420_001, 0],
  ] as const)
    expect(matches([line({ receivedAt: at + apart })], [lost])).toHaveLength(found)
})

it('tells two of one second apart by their records: inbound and outbound look the same', () => {
  const lines = [line({ recordId: 'ten' }), line({ recordId: 'twenty', itemsWritten: 20 })]
  const calls = [call({ id: 'outbound', items: 20 }), call({ id: 'inbound', items: 10 })]
  expect(matches(lines, calls)).toEqual([
    ['ten', 'inbound'],
    ['twenty', 'outbound'],
  ])
})

it('gives a line to the nearest call where the records are not known', () => {
  const calls = [
    call({ id: 'far', receivedAt: at + 1500, items: null }),
    call({ id: 'near', receivedAt: at - 500, items: null }),
  ]
  expect(matches([line()], calls)).toEqual([['line', 'near']])
})

it('matches each line and each call at most once', () => {
  const some = fc.integer({ min: 0, max: 2 })
  const lines = fc
    .array(fc.tuple(some, some), { maxLength: 8 })
    .map((all) =>
      all.map(([second, items], index) =>
        line({ recordId: `l${index}`, receivedAt: at + second * 1000, itemsWritten: items }),
      ),
    )
  const calls = fc
    .array(fc.tuple(some, some), { maxLength: 8 })
    .map((all) =>
      all.map(([second, items], index) =>
        call({ id: `c${index}`, receivedAt: at + second * 1000, items }),
      ),
    )
  fc.assert(
    fc.property(lines, calls, (someLines, someCalls) => {
      const found = matchUsage(someLines, someCalls)
      expect(new Set(found.values()).size).toBe(found.size)
      expect(found.size).toBe(Math.min(someLines.length, someCalls.length))
    }),
  )
})
