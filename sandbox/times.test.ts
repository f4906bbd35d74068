import { expect, test } from 'vitest'
import { day, formatExactTime, formatTime, parseTime, subtractMonths } from './times'

const at = Date.UTC(2025, 3, 10, 13, 8, 24)

test('writes times as Vonage does', () => {
  expect(formatTime(at)).toBe('2025-04-10T13:08:24+00:00')
  expect(formatTime(at + day)).toBe('2025-04-11T13:08:24+00:00')
  expect(formatTime(at + 999)).toBe('2025-04-10T13:08:24+00:00')
  expect(formatExactTime(at + 250)).toBe('2025-04-10T13:08:24.250+00:00')
})

test.each([
  ['2025-04-10T13:08:24Z', at],
  ['2025-04-10T13:08:24+00:00', at],
  ['2025-04-10T13:08:24+0000', at],
  ['2025-04-10T15:38:24+02:30', at],
  ['2025-04-10T08:08:24-0500', at],
  ['2025-04-10T13:08:24.5Z', at + 500],
])('reads %s', (text, expected) => {
  expect(parseTime(text)).toBe(expected)
})

test.each([
  '2025-04-10',
  '2025-04-10T13:08:24',
  '2025-04-10 13:08:24Z',
  '2025-02-30T00:00:00Z',
  '2025-04-10T25:00:00Z',
  '2025-04-10T13:08:24+15:00',
  'yesterday',
  '',
])('refuses %s', (text) => {
  expect(parseTime(text)).toBeNull()
})

test('goes back by months to the last day of a shorter one', () => {
  expect(subtractMonths(Date.UTC(2026, 2, 31), 1)).toBe(Date.UTC(2026, 1, 28))
  expect(subtractMonths(Date.UTC(2026, 10, 24, 6), 13)).toBe(Date.UTC(2025, 9, 24, 6))
})
