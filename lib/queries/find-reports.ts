import { queryOptions } from '@tanstack/react-query'
import { paths } from '@/lib/paths'
import { toListQuery } from '@/lib/schemas/report-list'
import type { ReportPage, ReportRow } from '@/lib/schemas/views'
import { fetchJson } from './fetch-json'

const typingPauseMs = 200
const most = 8

/** The newest reports that a few typed letters find; asked for when the typing pauses. */
export function findReportsOptions(q: string) {
  return queryOptions({
    queryKey: ['find-reports', q],
    enabled: q.length > 1,
    retry: false,
    networkMode: 'always',
    queryFn: async ({ signal }): Promise<ReportRow[]> => {
      await pause(typingPauseMs, signal)
      const page = await fetchJson<ReportPage>(`${paths.api.reports}?${toListQuery({ q })}`, signal)
      return page.rows.slice(0, most)
    },
  })
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}
