import { addDays, startOfMonth } from './calendar-day'

/**
 * Ranges that people ask for, in days of UTC, both ends included; empty ends: all that is known.
 * @param today `YYYY-MM-DD`
 */
export function spendingPeriods(today: string): { label: string; from: string; to: string }[] {
  const lastMonthEnd = addDays(startOfMonth(today), -1)
  return [
    { label: 'All', from: '', to: '' },
    { label: 'This month', from: startOfMonth(today), to: today },
    { label: 'Last month', from: startOfMonth(today, -1), to: lastMonthEnd },
    { label: 'Last 3 months', from: startOfMonth(today, -3), to: lastMonthEnd },
    { label: 'Last 12 months', from: startOfMonth(today, -12), to: lastMonthEnd },
  ]
}
