import type { RecordFilter } from '@/lib/schemas/records'

/** How a column of times or numbers is compared. */
export const rangeKinds = {
  between: 'lies between',
  empty: 'is empty',
  'not-empty': 'is not empty',
} as const
export type RangeKind = keyof typeof rangeKinds

type Shown = Extract<RecordFilter, { op: RangeKind }>

/** The filter of a column that a form of two bounds can show, and the bounds that are set. */
export function shownRange(filters: readonly RecordFilter[], column: string) {
  const own = filters.filter(
    (filter): filter is Shown => filter.column === column && filter.op in rangeKinds,
  )
  return {
    shown: own[0] ?? null,
    range: own.find((filter) => filter.op === 'between') ?? null,
  }
}
