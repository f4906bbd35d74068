import { queryOptions } from '@tanstack/react-query'
import { paths } from '@/lib/paths'
import type { SelectionPreview } from '@/lib/schemas/selection'
import { fetchJson } from './fetch-json'

/** What can be done with the chosen reports; asked anew each time, since they change meanwhile. */
export function selectionOptions(ids: readonly string[]) {
  return queryOptions({
    queryKey: ['selection', ids] as const,
    queryFn: ({ signal }) => fetchJson<SelectionPreview>(paths.api.selection(ids), signal),
    staleTime: 0,
    gcTime: 0,
    retry: false,
    networkMode: 'always',
    refetchOnWindowFocus: false,
  })
}
