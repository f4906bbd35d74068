import { expect, it } from 'vitest'
import { endOfUnit, listUnits, nameUnit } from './chart-time'

const zone = 'Europe/Madrid'

it('ends a day when the next one begins, also where the clocks change', () => {
  expect(endOfUnit('2026-03-28T23:00:00Z', 'day', zone)).toBe('2026-03-29T22:00:00Z')
  expect(endOfUnit('2026-10-24T22:00:00Z', 'day', zone)).toBe('2026-10-25T23:00:00Z')
  expect(endOfUnit('2026-02-28T23:00:00Z', 'month', zone)).toBe('2026-03-31T22:00:00Z')
  expect(endOfUnit('2026-06-28T22:00:00Z', 'week', zone)).toBe('2026-07-05T22:00:00Z')
  expect(endOfUnit('2026-10-25T00:00:00.000Z', 'hour', zone)).toBe('2026-10-25T01:00:00Z')
})

it('lists every step, those without records, too', () => {
  const starts = ['2026-06-03T22:00:00.000Z', '2026-05-31T22:00:00Z', '2026-05-31T22:00:00Z']
  expect(listUnits(starts, 'day', zone)).toEqual([
    '2026-05-31T22:00:00Z',
    '2026-06-01T22:00:00Z',
    '2026-06-02T22:00:00Z',
    '2026-06-03T22:00:00Z',
  ])
  expect(listUnits([], 'day', zone)).toEqual([])
  expect(listUnits(['2026-05-31T22:00:00Z'], 'day', zone)).toHaveLength(1)
})

it('loses no step where there are too many to fill in', () => {
  const starts = ['1970-01-01T00:00:00Z', '2026-01-01T00:00:00Z']
  expect(listUnits(starts, 'hour', zone)).toEqual(starts)
})

it('names a step on the reader’s clock', () => {
  expect(nameUnit('2026-05-31T22:00:00Z', 'day', zone)).toBe('1 Jun')
  expect(nameUnit('2026-05-31T22:00:00Z', 'month', zone)).toBe('Jun 2026')
  expect(nameUnit('2026-05-31T22:00:00Z', 'hour', zone)).toBe('1 Jun, 00:00')
})
