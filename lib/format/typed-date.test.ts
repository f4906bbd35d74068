import { describe, expect, it } from 'vitest'
import { formatTypedDate, parseTypedDate } from './typed-date'

function read(text: string): string {
  const date = parseTypedDate(text, '2026-11-24')
  return date.ok ? formatTypedDate(date) : `refused: ${date.message}`
}

describe('parseTypedDate', () => {
  it.each([
    ['2026-10-01', '2026-10-01'],
    [' 2026-10-01 13:30 ', '2026-10-01 13:30'],
    ['2026-10-01T13:30:00', '2026-10-01 13:30'],
    ['2026-10-01 13:30:05', '2026-10-01 13:30:05'],
    ['2026/1/9 7:05', '2026-01-09 07:05'],
    ['1 Oct 2026', '2026-10-01'],
    ['1 october 2026, 8:00', '2026-10-01 08:00'],
    ['Sept 3, 2026', '2026-09-03'],
    ['31/10/2026', '2026-10-31'],
    ['10/31/2026', '2026-10-31'],
    ['5.5.2026', '2026-05-05'],
    ['today', '2026-11-24'],
    ['Yesterday', '2026-11-23'],
  ])('reads %j', (text, canonical) => expect(read(text)).toBe(canonical))

  it.each([
    '',
    '2026-02-29',
    '2026-13-01',
    '31 Foo 2026',
    '2026-10-01 24:00',
    'next week',
    '1.2.26',
  ])('refuses %j', (text) => expect(read(text)).toMatch(/^refused/))

  it('does not guess between two months', () => {
    expect(read('01/10/2026')).toBe(
      'refused: This can mean two days. Write 2026-10-01 or 2026-01-10.',
    )
  })

  it('reads its own spelling back', () => {
    expect(read(read('1 Oct 2026 13:30'))).toBe('2026-10-01 13:30')
  })
})
