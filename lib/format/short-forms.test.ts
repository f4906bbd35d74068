import { describe, expect, it } from 'vitest'
import { formatCount } from './count'
import { formatDateRange } from './date-range'
import { formatDuration } from './duration'
import { formatFileSize } from './file-size'
import { pickLocale } from './locale'
import { formatRelativeTime } from './relative-time'

describe('formatDuration', () => {
  it.each([
    [0, '0 s'],
    [-5_000, '0 s'],
    [12_900, '12 s'],
    [429_000, '7 min 9 s'],
    [420_000, '7 min'],
    [3_605_000, '1 h'],
    [3_900_000, '1 h 5 min'],
    [183_600_000, '2 d 3 h'],
  ])('%d ms is %s', (length, words) => expect(formatDuration(length)).toBe(words))
})

describe('formatFileSize', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1 kB'],
    [999_600, '1 MB'],
    [1_440_000_000, '1.4 GB'],
    [96_000_000, '96 MB'],
    [9_960_000, '10 MB'],
  ])('%d bytes are %s', (bytes, words) => expect(formatFileSize(bytes)).toBe(words))
})

describe('formatCount', () => {
  it('separates by locale', () => {
    expect(formatCount(1_204_311, 'en-GB')).toBe('1,204,311')
    expect(formatCount(1_204_311, 'de')).toBe('1.204.311')
  })
})

describe('formatDateRange', () => {
  it.each([
    ['2026-11-24', '2026-11-24', '24 Nov 2026'],
    ['2026-06-01', '2026-06-30', '1–30 Jun 2026'],
    ['2026-01-01', '2026-03-31', '1 Jan – 31 Mar 2026'],
    ['2025-12-01', '2026-01-02', '1 Dec 2025 – 2 Jan 2026'],
  ])('%s to %s', (from, to, words) => expect(formatDateRange(from, to)).toBe(words))
})

describe('formatRelativeTime', () => {
  const now = Date.parse('2026-11-24T12:00:00Z')
  it.each([
    ['2026-11-24T11:59:30Z', 'just now'],
    ['2026-11-24T12:00:30Z', 'in a moment'],
    ['2026-11-24T11:48:00Z', '12 min ago'],
    ['2026-11-24T10:00:00Z', '2 h ago'],
    ['2026-11-21T11:00:00Z', '3 d ago'],
    ['2026-11-24T14:30:00Z', 'in 2 h'],
    ['2026-11-01T12:00:00Z', '1 Nov 2026'],
  ])('%s', (instant, words) => expect(formatRelativeTime(instant, now, 'UTC')).toBe(words))
})

describe('pickLocale', () => {
  it.each([
    ['de-AT,de;q=0.9,en;q=0.8', 'de-AT'],
    [null, 'en-GB'],
    ['*', 'en-GB'],
    ['not a locale', 'en-GB'],
  ])('%s', (header, locale) => expect(pickLocale(header)).toBe(locale))
})
