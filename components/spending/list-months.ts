import { startOfMonth } from '@/lib/format/calendar-day'
import type { SpentBy } from '@/lib/schemas/spending'

/** The months from the first to the last, those without any cost, too: `2026-06`. */
export function listMonths(months: readonly SpentBy[]): string[] {
  const keys = months.map(({ key }) => key).sort()
  const [first, last] = [keys[0], keys.at(-1)]
  if (!first || !last) return []
  const all: string[] = []
  for (let day = `${first}-01`; day.slice(0, 7) <= last; day = startOfMonth(day, 1))
    all.push(day.slice(0, 7))
  return all
}
