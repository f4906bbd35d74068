import { expect, it } from 'vitest'
import { nextUsageRange } from './usage-range'

const now = new Date('2026-11-24T10:30:15.789Z')
const range = (fetchedTo: string | null, faults = 0) => {
  const { from, to } = nextUsageRange(
    { fetchedTo: fetchedTo === null ? null : new Date(fetchedTo), faults },
    now,
  )
  return [from.toISOString(), to.toISOString()]
}

it('reaches as far back as Vonage keeps usage at first', () => {
  expect(range(null)).toEqual(['2025-10-24T11:30:15.000Z', '2026-11-24T10:30:15.000Z'])
})

it('then begins with what may have changed since', () => {
  expect(range('2026-11-23T10:30:15Z')).toEqual([
    '2026-11-19T10:30:15.000Z',
    '2026-11-24T10:30:15.000Z',
  ])
})

it('leaves out what Vonage no longer has after a long pause', () => {
  expect(range('2025-01-01T00:00:00Z')[0]).toBe('2025-10-24T11:30:15.000Z')
})

it('asks for a month at a time after several faults, and gets on by it', () => {
  expect(range(null, 2)).toEqual(range(null))
  expect(range(null, 3)).toEqual(['2025-10-24T11:30:15.000Z', '2025-11-24T11:30:15.000Z'])
  expect(range('2026-11-23T10:30:15Z', 4)[1]).toBe('2026-11-24T10:30:15.000Z')
})
