import { withFilter } from '@/lib/schemas/record-view'
import type { RecordFilter } from '@/lib/schemas/records'

type Filters = (filters: readonly RecordFilter[]) => RecordFilter[]

/** Only records that have the value. An empty one is `''`. */
export function withValue(column: string, value: string): Filters {
  return (filters) => withFilter(filters, { column, op: 'is', values: [value] })
}

/** No records that have the value, nor those that were left out by their value before. */
export function withoutValue(column: string, value: string): Filters {
  return (filters) => {
    const before = filters.find((one) => one.column === column && one.op === 'is-not')
    const values = before?.op === 'is-not' ? before.values : []
    return withFilter(filters, {
      column,
      op: 'is-not',
      values: [...new Set([...values, value])],
    })
  }
}

/** Only records from a value on, or up to it. The other bound stays. */
export function withBound(column: string, bound: { from: string } | { to: string }): Filters {
  return (filters) => {
    const before = filters.find((one) => one.column === column && one.op === 'between')
    const bounds = before?.op === 'between' ? before : {}
    return withFilter(filters, { ...bounds, column, op: 'between', ...bound })
  }
}
