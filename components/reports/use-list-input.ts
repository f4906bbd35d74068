'use client'

import { parseAsString, useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import {
  type ListReportsInput,
  listReportsSchema,
  type ReportFilter,
  type ReportSort,
} from '@/lib/schemas/reports'

const names = Object.keys(listReportsSchema.shape) as (keyof ListReportsInput)[]
const parsers = Object.fromEntries(names.map((name) => [name, parseAsString])) as Record<
  keyof ListReportsInput,
  typeof parseAsString
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
  const input = useMemo(
    () =>
      listReportsSchema.parse(
        Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null)),
      ),
    [said],
  )
  return {
    input,
    filter: (change) =>
      void setSaid({
        ...Object.fromEntries(Object.entries(change).map(([name, value]) => [name, value || null])),
        cursor: null,
      }),
    sort: (sort, order) =>
      void setSaid({ sort: sort === 'created' ? null : sort, order, cursor: null }),
    goTo: (cursor) => void setSaid({ cursor }, { history: 'push', scroll: true }),
  }
}
