import type { Reach } from '@/lib/schemas/retention'
import { addDays, startOfMonth } from './calendar-day'

export type RangePreset = { label: string; from: string; to: string }

/**
 * The ranges that people ask for most, as whole days with both ends included. Those that begin before there are any
 * records are left out; the last one is all that there is.
 *
 * @param today `YYYY-MM-DD` in the zone of the range
 */
export function listRangePresets(today: string, reach: Reach): RangePreset[] {
  const yesterday = addDays(today, -1)
  const quarter = startOfQuarter(today)
  const dayBefore = (day: string) => addDays(day, -1)
  return [
    { label: 'Today', from: today, to: today },
    { label: 'Yesterday', from: yesterday, to: yesterday },
    { label: 'Last 7 days', from: addDays(today, -7), to: yesterday },
    { label: 'Last 30 days', from: addDays(today, -30), to: yesterday },
    { label: 'This month', from: startOfMonth(today), to: today },
    { label: 'Last month', from: startOfMonth(today, -1), to: dayBefore(startOfMonth(today)) },
    { label: 'Last quarter', from: startOfMonth(quarter, -3), to: dayBefore(quarter) },
    { label: `Last ${reach.words}`, from: reach.longest, to: yesterday },
  ].filter(({ from }) => from >= reach.first)
}

/** The first day of the quarter of a `YYYY-MM-DD`. */
function startOfQuarter(day: string): string {
  const month = Number(day.slice(5, 7))
  return startOfMonth(day, -((month - 1) % 3))
}
