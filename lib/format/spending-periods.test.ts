import { expect, it } from 'vitest'
import { spendingPeriods } from './spending-periods'

it('names whole months, also at the turn of the year', () => {
  const periods = spendingPeriods('2026-01-31').map(({ from, to }) => [from, to])
  expect(periods).toEqual([
    ['', ''],
    ['2026-01-01', '2026-01-31'],
    ['2025-12-01', '2025-12-31'],
    ['2025-10-01', '2025-12-31'],
    ['2025-01-01', '2025-12-31'],
  ])
})
