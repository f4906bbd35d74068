import { describe, expect, it } from 'vitest'
import { formatDate, formatDateTime, formatTime } from './date-time'

describe('formatDateTime', () => {
  it('shows the wall clock of the zone, not of the runtime', () => {
    expect(formatDateTime('2026-11-24T09:12:04Z', 'Europe/Madrid')).toBe('24 Nov 2026, 10:12')
    expect(formatDateTime('2026-11-24T09:12:04Z', 'UTC')).toBe('24 Nov 2026, 09:12')
  })

  it('writes midnight as 00 and keeps single-digit days bare', () => {
    expect(formatDateTime('2026-09-01T00:00:00Z', 'UTC')).toBe('1 Sep 2026, 00:00')
  })

  it('moves to the neighbouring day where the zone does', () => {
    expect(formatDate('2026-06-30T23:30:00Z', 'Asia/Tokyo')).toBe('1 Jul 2026')
  })

  it('takes epoch milliseconds', () => {
    expect(formatTime(0, 'UTC')).toBe('00:00:00')
  })

  it('refuses what is not an instant', () => {
    expect(() => formatDate('soon', 'UTC')).toThrow(RangeError)
  })
})
