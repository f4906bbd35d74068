import { queryOptions } from '@tanstack/react-query'
import { paths } from '@/lib/paths'
import { type ListReportsInput, toListQuery } from '@/lib/schemas/report-list'
import { reportState } from '@/lib/schemas/report-state'
import type { RequestState } from '@/lib/schemas/states'
import type { ReportDetail, ReportPage, RequestPage } from '@/lib/schemas/views'
import { fetchJson } from './fetch-json'
import { getLiveStatus } from './live/live-status'
import { pollInterval } from './poll-interval'

/** Which of a report's requests are looked at. */
export type RequestPlace = { state: RequestState | null; page: number }

export const reportKeys = {
  all: ['reports'] as const,
  list: (input: ListReportsInput) => [...reportKeys.all, 'list', input] as const,
  detail: (id: string) => [...reportKeys.all, 'detail', id] as const,
  requests: (id: string, place: RequestPlace) =>
    [...reportKeys.detail(id), 'requests', place] as const,
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
      pollInterval(state.data?.rows.map((row) => reportState(row.stateCounts).state) ?? [], {
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
      pollInterval(state.data ? [reportState(state.data.stateCounts).state] : [], {
        failing: state.status === 'error',
        live: getLiveStatus() === 'live',
      }),
  })
}

/** A page of a report's requests, kept fresh. */
export function reportRequestsOptions(id: string, place: RequestPlace) {
  const { state, page } = place
  return queryOptions({
    ...live,
    queryKey: reportKeys.requests(id, place),
    queryFn: ({ signal }) =>
      fetchJson<RequestPage>(
        paths.api.reportRequests(id, { ...(state ? { state } : {}), page: String(page) }),
        signal,
      ),
    refetchInterval: ({ state: { data, status } }) =>
      pollInterval(data?.requests.map((request) => request.state) ?? [], {
        failing: status === 'error',
        live: getLiveStatus() === 'live',
      }),
  })
}
