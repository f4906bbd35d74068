import { useMemo } from 'react'
import type { SortLink } from '@/components/ui/data-table'
import { type ReportSort, reportSorts } from '@/lib/schemas/report-list'
import { inPlace, listHref } from './list-link'
import type { ListControl } from './use-list-input'

/** The column that each order stands over. */
const columnOf: Record<ReportSort, string> = {
  title: 'report',
  range: 'range',
  rows: 'rows',
  size: 'size',
  created: 'when',
}

/** Links for the heads of the table: a first click sorts as is most useful, a second the other way round. */
export function useSorting({ input, sort }: ListControl): Readonly<Record<string, SortLink>> {
  return useMemo(
    () =>
      Object.fromEntries(
        (Object.keys(reportSorts) as ReportSort[]).map((name) => {
          const usual = reportSorts[name]
          const now = input.sort === name ? (input.order ?? usual) : null
          const next = now === null ? usual : now === 'asc' ? 'desc' : 'asc'
          return [
            columnOf[name],
            {
              href: listHref(input, { sort: name, order: next, cursor: null }),
              onClick: inPlace(() => sort(name, next)),
              direction: now && (now === 'asc' ? 'ascending' : 'descending'),
            },
          ]
        }),
      ),
    [input, sort],
  )
}
