import type { RecordFilter, TimeUnit } from '@/lib/schemas/records'
import { endOfUnit } from './chart-time'

/** The filters that leave exactly the records of a step of time, or of the part of them with a status. */
export function timeFilters(
  { time, status }: { time: string; status: string | null },
  { at, unit, timeZone }: { at: string; unit: TimeUnit; timeZone: string },
  value?: string,
): RecordFilter[] {
  const range: RecordFilter = {
    column: time,
    op: 'between',
    from: at,
    to: endOfUnit(at, unit, timeZone),
  }
  return value === undefined || !status
    ? [range]
    : [range, { column: status, op: 'is', values: [value] }]
}
