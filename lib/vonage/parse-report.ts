import { z } from 'zod'
import { parseVonageTime } from '@/lib/format/vonage-time'
import { isRequestId } from './request-id'
import type { Scrub } from './scrub'

/** A report as Vonage tells of it, in the answers of create, status and cancel. */
export type VonageReport = {
  /** Opaque text: not always a UUID. */
  requestId: string
  /** Vonage's own word, verbatim; null when it gave none. */
  requestStatus: string | null
  /** ISO, UTC. */
  receiveTime: string | null
  /** ISO, UTC; absent while pending. */
  startTime: string | null
  /** Rows of the finished file; absent while pending. */
  itemsCount: number | null
  downloadUrl: string | null
  /** The callback address that the create named, echoed. */
  callbackUrl: string | null
  /** The whole answer, scrubbed. */
  raw: Record<string, unknown>
}

const text = z.string().min(1).nullable().catch(null).default(null)
const time = text.transform((value) => value && parseVonageTime(value))
export const count = z
  .union([
    z.int().nonnegative(),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ])
  .nullable()
  .catch(null)
  .default(null)

const answer = z.looseObject({
  request_id: z.union([z.string(), z.int().transform(String)]),
  request_status: text,
  status: text,
  receive_time: time,
  start_time: time,
  items_count: count,
  callback_url: text,
  download_url: text,
  _links: z
    .object({ download_report: z.object({ href: text }).catch({ href: null }) })
    .catch({ download_report: { href: null } })
    .default({ download_report: { href: null } }),
})

/**
 * Reads a report, in the shape of Vonage's SDKs; `status` and `download_url` (one version of its
 * reference) only where that shape has nothing: a top-level `status` beside `request_status` is the
 * filter on records. Null when it is no report.
 */
export function parseReport(body: unknown, scrub: Scrub): VonageReport | null {
  const said = answer.safeParse(body).data
  if (!said || !isRequestId(said.request_id)) return null
  const hasStatus = Object.hasOwn(body as object, 'request_status')
  return {
    requestId: said.request_id,
    requestStatus: hasStatus ? said.request_status : said.status,
    receiveTime: said.receive_time,
    startTime: said.start_time,
    itemsCount: said.items_count,
    downloadUrl: said._links.download_report.href ?? said.download_url,
    callbackUrl: said.callback_url,
    raw: scrub.value(body) as Record<string, unknown>,
  }
}
