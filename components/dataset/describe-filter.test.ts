import { expect, it } from 'vitest'
import { describeFilter } from './describe-filter'

it.each([
  [{ column: 'status', op: 'is', values: ['delivered'] }, 'status is delivered'],
  [{ column: 'status', op: 'is', values: ['a', '', 'b'] }, 'status is a, empty or b'],
  [
    { column: 'status', op: 'is-not', values: ['a', 'b', 'c', 'd', 'e'] },
    'status is not a, b, c or 2 more',
  ],
  [{ column: 'to', op: 'contains', text: '77' }, 'to contains “77”'],
  [{ column: 'to', op: 'starts-with', text: '44' }, 'to starts with “44”'],
  [{ column: 'p', op: 'between', from: '1', to: '2' }, 'p 1 to 2'],
  [{ column: 'p', op: 'between', from: '1' }, 'p at least 1'],
  [{ column: 'p', op: 'between', to: '2' }, 'p at most 2'],
  [{ column: 't', op: 'between', to: '2026-06-01T00:00:00.000Z' }, 't before 1 Jun 2026, 02:00:00'],
  [{ column: 'x', op: 'empty' }, 'x is empty'],
  [{ column: 'x', op: 'not-empty' }, 'x is not empty'],
] as const)('%j', (filter, words) => {
  expect(describeFilter(structuredClone(filter) as never, 'Europe/Madrid')).toBe(words)
})
