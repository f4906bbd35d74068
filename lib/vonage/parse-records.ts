import { z } from 'zod'
import { count } from './parse-report'

/** One page of the synchronous call. */
export type VonageRecords = {
  /** `SUCCESS`; `TRUNCATED` means here that more pages follow. */
  requestStatus: string | null
  itemsCount: number | null
  /** The next page, for `getNextRecords`; null on the last one. */
  nextHref: string | null
  /** The ids asked for that Vonage doesn't know. */
  idsNotFound: string[]
  /** Vonage's own names; values are strings, empty ones null, `request_params` an object. */
  records: Record<string, unknown>[]
}

const answer = z.object({
  request_status: z.string().nullable().catch(null).default(null),
  items_count: count,
  ids_not_found: z.string().catch('').default(''),
  records: z.array(z.record(z.string(), z.unknown())),
  _links: z
    .object({ next: z.object({ href: z.string() }).nullable().catch(null).default(null) })
    .catch({ next: null })
    .default({ next: null }),
})

/** Reads a page of records; null when it is none. A next link counts only with TRUNCATED. */
export function parseRecords(body: unknown): VonageRecords | null {
  const said = answer.safeParse(body).data
  if (!said) return null
  return {
    requestStatus: said.request_status,
    itemsCount: said.items_count,
    nextHref: said.request_status === 'TRUNCATED' ? (said._links.next?.href ?? null) : null,
    idsNotFound: said.ids_not_found.split(',').filter((id) => id !== ''),
    records: said.records,
  }
}
