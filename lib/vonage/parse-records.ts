import { z } from 'zod'
import { parseVonageTime } from '@/lib/format/vonage-time'
import { count } from './parse-report'
import { toPlainDecimal } from './plain-decimal'

/** One page of the synchronous call. */
export type VonageRecords = {
  /** Vonage's name for this call; usage may tell of it by this. */
  requestId: string | null
  /** ISO, UTC. */
  receivedAt: string | null
  /** What this page costs, decimal text; null when it is not told. */
  price: string | null
  /** Empty where Vonage names none. */
  currency: string
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

const text = z.string().nullable().catch(null).default(null)
const answer = z.object({
  request_id: text,
  received_at: text.transform((value) => (value ? parseVonageTime(value) : null)),
  price: z
    .union([z.string(), z.number().transform(String)])
    .nullable()
    .catch(null)
    .default(null)
    .transform((value) => (value ? toPlainDecimal(value) : null)),
  currency: text.transform((value) => value ?? ''),
  request_status: text,
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
    requestId: said.request_id,
    receivedAt: said.received_at,
    price: said.price,
    currency: said.currency,
    requestStatus: said.request_status,
    itemsCount: said.items_count,
    nextHref: said.request_status === 'TRUNCATED' ? (said._links.next?.href ?? null) : null,
    idsNotFound: said.ids_not_found
      .split(',')
      .map((id) => id.trim())
      .filter((id) => id !== ''),
    records: said.records,
  }
}
