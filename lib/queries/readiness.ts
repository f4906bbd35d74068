import { queryOptions } from '@tanstack/react-query'
import { paths } from '@/lib/paths'

/** What the readiness route says of each part: `ok`, `off`, or in a few words what is not. */
export type ReadinessView = { ready: boolean; database: string; archives: string; worker: string }

/** Whether this instance can do its work, looked at now and then. */
export function readinessOptions() {
  return queryOptions({
    queryKey: ['readiness'],
    queryFn: async ({ signal }): Promise<ReadinessView> => {
      // 503 is an answer, too: it says which part is not ready.
      const response = await fetch(paths.api.ready, { signal, cache: 'no-store' })
      return response.json()
    },
    retry: false,
    networkMode: 'always',
    refetchInterval: 20_000,
  })
}
