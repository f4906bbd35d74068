import type { TimeUnit } from '@/lib/schemas/records'

/** How the steps of a chart are called. */
export const unitWords: Record<TimeUnit, string> = {
  hour: 'by hour',
  day: 'by day',
  week: 'by week',
  month: 'by month',
}
