import { formatExactTime } from '@/lib/format/date-time'
import type { RecordFilter } from '@/lib/schemas/records'

/** A filter in words: “status is delivered or failed”. */
export function describeFilter(filter: RecordFilter, timeZone: string): string {
  const { column } = filter
  switch (filter.op) {
    case 'is':
      return `${column} is ${listValues(filter.values, timeZone)}`
    case 'is-not':
      return `${column} is not ${listValues(filter.values, timeZone)}`
    case 'contains':
      return `${column} contains “${filter.text}”`
    case 'starts-with':
      return `${column} starts with “${filter.text}”`
    case 'between':
      return describeRange(column, filter, timeZone)
    case 'empty':
      return `${column} is empty`
    case 'not-empty':
      return `${column} is not empty`
  }
}

const named = 3

function listValues(values: readonly string[], timeZone: string): string {
  const shown = values.slice(0, named).map((value) => describeValue(value, timeZone))
  const more = values.length - shown.length
  if (more > 0) return `${shown.join(', ')} or ${more} more`
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}` : (shown[0] ?? '')
}

/** A value in words: a time on the reader’s clock, nothing as “empty”. */
export function describeValue(value: string, timeZone: string): string {
  if (value === '') return 'empty'
  return /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value))
    ? formatExactTime(value, timeZone)
    : value
}

function describeRange(
  column: string,
  { from, to }: { from?: string | undefined; to?: string | undefined },
  timeZone: string,
): string {
  const [low, high] = [from, to].map((bound) => bound && describeValue(bound, timeZone))
  const isTime = low !== from || high !== to
  if (low && high) return `${column} ${low} to ${high}`
  if (low) return `${column} ${isTime ? 'from' : 'at least'} ${low}`
  return `${column} ${isTime ? 'before' : 'at most'} ${high}`
}
