'use client'

import { parseAsNativeArrayOf, parseAsString, useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import {
  type ListReportsInput,
  listNames,
  type ReportFilter,
  type ReportSort,
  readListQuery,
} from '@/lib/schemas/report-list'

const values = parseAsNativeArrayOf(parseAsString).withOptions({ clearOnDefault: true })
const parsers = Object.fromEntries(listNames.map((name) => [name, values])) as Record<
  (typeof listNames)[number],
  typeof values
>

export type ListControl = {
  input: ListReportsInput
  /** A changed filter or order begins at the first page again. */
  filter: (change: Partial<ReportFilter>) => void
  sort: (sort: ReportSort, order: 'asc' | 'desc') => void
  goTo: (cursor: string | null) => void
}

/** The history’s filters, order and place, kept in the URL and read by the rules that the server has. */
export function useListInput(): ListControl {
  const [said, setSaid] = useQueryStates(parsers)
  const input = useMemo(() => readListQuery((name) => said[name]), [said])
  return {
    input,
    filter: (change) =>
      void setSaid({
        ...Object.fromEntries(
          Object.entries(change).map(([name, value]) => [name, [value].flat().filter(Boolean)]),
        ),
        cursor: null,
      }),
    sort: (sort, order) =>
      void setSaid({ sort: sort === 'created' ? null : [sort], order: [order], cursor: null }),
    goTo: (cursor) =>
      void setSaid(
        { cursor: cursor === null ? null : [cursor] },
        { history: 'push', scroll: true },
      ),
  }
}
