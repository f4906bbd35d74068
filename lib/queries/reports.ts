import { queryOptions } from '@tanstack/react-query'
import { paths } from '@/lib/paths'
import { type ListReportsInput, toListQuery } from '@/lib/schemas/reports'
import type { ReportDetail, ReportPage } from '@/lib/schemas/views'
import { fetchJson } from './fetch-json'
import { getLiveStatus } from './live/live-status'
import { pollInterval } from './poll-interval'

export const reportKeys = {
  all: ['reports'] as const,
  list: (input: ListReportsInput) => [...reportKeys.all, 'list', input] as const,
  detail: (id: string) => [...reportKeys.all, 'detail', id] as const,
}

// A poll that failed is told at once and repeated by the next one: no hidden retries. The dashboard may run on
// the same machine, so a browser that thinks itself offline still asks.
const live = {
  staleTime: 1_000,
  retry: false,
  networkMode: 'always',
  refetchIntervalInBackground: true,
  refetchOnWindowFocus: 'always',
  refetchOnReconnect: 'always',
} as const

/** One page of the history, kept fresh. Shared by the server's first read and the table. */
export function reportListOptions(input: ListReportsInput) {
  return queryOptions({
    ...live,
    queryKey: reportKeys.list(input),
    queryFn: ({ signal }) =>
      fetchJson<ReportPage>(`${paths.api.reports}?${toListQuery(input)}`, signal),
    refetchInterval: ({ state }) =>
      pollInterval(state.data?.rows.map((row) => row.request.state) ?? [], {
        failing: state.status === 'error',
        live: getLiveStatus() === 'live',
      }),
  })
}

/** One report with its timeline, kept fresh. */
export function reportDetailOptions(id: string) {
  return queryOptions({
    ...live,
    queryKey: reportKeys.detail(id),
    queryFn: ({ signal }) => fetchJson<ReportDetail>(paths.api.report(id), signal),
    refetchInterval: ({ state }) =>
      pollInterval(state.data ? [state.data.request.state] : [], {
        failing: state.status === 'error',
        live: getLiveStatus() === 'live',
      }),
  })
}
