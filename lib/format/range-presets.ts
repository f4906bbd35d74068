import { addDays, startOfMonth } from './calendar-day'

export type RangePreset = { label: string; from: string; to: string }

/**
 * The ranges that people ask for most, as whole days with both ends included.
 *
 * @param today `YYYY-MM-DD` in the zone of the range
 */
export function listRangePresets(today: string): RangePreset[] {
  const yesterday = addDays(today, -1)
  const monthsBack = (months: number) => startOfMonth(today, -months)
  const lastMonthEnd = addDays(startOfMonth(today), -1)
  return [
    { label: 'Today', from: today, to: today },
    { label: 'Yesterday', from: yesterday, to: yesterday },
    { label: 'Last 7 days', from: addDays(today, -7), to: yesterday },
    { label: 'Last 30 days', from: addDays(today, -30), to: yesterday },
    { label: 'This month', from: startOfMonth(today), to: today },
    { label: 'Last month', from: monthsBack(1), to: lastMonthEnd },
    { label: 'Last 3 months', from: monthsBack(3), to: lastMonthEnd },
    { label: 'Last 12 months', from: monthsBack(12), to: lastMonthEnd },
  ]
}
