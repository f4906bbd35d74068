import { expect, it } from 'vitest'
import { listMonths } from './list-months'

const month = (key: string) => ({
  key,
  label: key,
  currency: 'EUR',
  total: '1',
  ours: '1',
  elsewhere: '0',
  calls: 1,
  records: 1,
})

it('fills the gaps between the first and the last month', () => {
  expect(listMonths([month('2026-02'), month('2025-11'), month('2026-02')])).toEqual([
    '2025-11',
    '2025-12',
    '2026-01',
    '2026-02',
  ])
  expect(listMonths([])).toEqual([])
})
