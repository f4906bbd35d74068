import { queryOptions } from '@tanstack/react-query'
import { paths } from '@/lib/paths'
import type { DatasetView } from '@/lib/schemas/dataset'
import type {
  ChartResult,
  RecordChart,
  RecordPage,
  RecordQuery,
  RecordScope,
} from '@/lib/schemas/records'
import { fetchJson } from './fetch-json'

/** Records of one product of a report, as they were prepared at a time: prepared anew, everything is asked again. */
export type RecordsOf = { reportId: string; product: string; preparedAt: string | null }

const movingMs = 1_500

/**
 * How far a report’s records are prepared; looked at again and again until they are.
 * @param version the report’s, so that a change is seen that begins after the page was opened
 */
export function datasetsOptions(reportId: string, version = 0) {
  return queryOptions({
    queryKey: ['records', reportId, 'datasets', version],
    queryFn: ({ signal }) => fetchJson<DatasetView[]>(paths.api.datasets(reportId), signal),
    networkMode: 'always',
    retry: false,
    refetchInterval: ({ state }) =>
      state.data?.some(({ state: now }) => now === 'waiting' || now === 'preparing')
        ? movingMs
        : false,
  })
}

// Records stand still until they are prepared anew, so an answer is as good later.
const still = {
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: 60_000,
  retry: false,
  networkMode: 'always',
} as const

/** A page of records. */
export function recordPageOptions(
  { reportId, product, preparedAt }: RecordsOf,
  query: RecordQuery,
) {
  return queryOptions({
    ...still,
    queryKey: ['records', reportId, product, preparedAt, 'page', query],
    queryFn: ({ signal }) =>
      fetchJson<RecordPage>(
        paths.api.reportRecords(reportId, { product, query: JSON.stringify(query) }),
        signal,
      ),
  })
}

/** What a chart or a total shows. */
export function recordChartOptions<Chart extends RecordChart>(
  { reportId, product, preparedAt }: RecordsOf,
  { filters, search }: RecordScope,
  chart: Chart,
) {
  const scope = { filters, search }
  return queryOptions({
    ...still,
    queryKey: ['records', reportId, product, preparedAt, 'chart', scope, chart],
    queryFn: ({ signal }) =>
      fetchJson<Extract<ChartResult, { kind: Chart['kind'] }>>(
        paths.api.recordChart(reportId, {
          product,
          scope: JSON.stringify(scope),
          chart: JSON.stringify(chart),
        }),
        signal,
      ),
  })
}
