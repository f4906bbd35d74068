import { z } from 'zod'
import { parseBaseUrl } from './base-url'
import type { VonageClientOptions } from './client-options'
import { parseRecords, type VonageRecords } from './parse-records'
import { parseReport, type VonageReport } from './parse-report'
import { parseSubaccounts, type VonageSubaccounts } from './parse-subaccounts'
import { pinMediaLink, pinRecordsLink } from './pinned-link'
import { isRequestId } from './request-id'
import { createScrub } from './scrub'
import { createTransport, type ReportFile } from './transport'
import { VonageError } from './vonage-error'

export type RecordsQuery = Record<string, string | number | boolean | undefined>
export type ListReportsQuery = {
  /** Whose reports: the key's own, unless said. */
  accountId?: string
  status: readonly string[]
  dateFrom?: string
  dateTo?: string
}

/** Vonage's words for how a report is (facts 1.3). */
export const reportStatuses = [
  'PENDING',
  'PROCESSING',
  'SUCCESS',
  'ABORTED',
  'FAILED',
  'TRUNCATED',
] as const

export type VonageClient = ReturnType<typeof createVonageClient>

const reportBytes = 1024 * 1024
const listBytes = 32 * 1024 * 1024
const reportList = z.object({ reports: z.array(z.unknown()) })

/**
 * The client of Vonage's Reports API (v2), for one API key. It tries each call once; whoever calls
 * repeats it. Every method throws a VonageError, and takes a signal: given up before a byte was
 * sent, the call is `unreachable`, after that `lost`.
 * @throws TypeError when the base URL is none that credentials may go to
 */
export function createVonageClient(options: VonageClientOptions) {
  const base = parseBaseUrl(options.baseUrl)
  const scrub = createScrub(options.apiKey, options.apiSecret)
  const { requestJson, requestStream } = createTransport({ ...options, base, scrub })
  const reportPath = (requestId: string) => {
    if (isRequestId(requestId)) return `${base.path}/v2/reports/${encodeURIComponent(requestId)}`
    throw new VonageError('not-found', 'This is not the id of a report. Vonage was not asked.')
  }
  const asReport = (body: unknown) => parseReport(body, scrub)
  const asRecords = (body: unknown) => parseRecords(scrub.value(body))

  return {
    /** Orders a report, which Vonage will bill. Repeat it only when the error's `kind` says that it was surely not made. */
    createReport(body: Record<string, unknown>, signal?: AbortSignal): Promise<VonageReport> {
      const path = `${base.path}/v2/reports`
      return requestJson({
        lane: 'async',
        method: 'POST',
        path,
        body: JSON.stringify(body),
        maxBytes: reportBytes,
        parse: asReport,
        signal,
      })
    },

    /** The status of a report. `not-found` after 4 days, or without the right to see it. */
    async getReport(requestId: string, signal?: AbortSignal): Promise<VonageReport> {
      const path = reportPath(requestId)
      return requestJson({
        lane: 'async',
        path,
        maxBytes: reportBytes,
        parse: asReport,
        signal,
      })
    },

    /** Stops a report that is PENDING or PROCESSING; any other is a `conflict`. */
    async cancelReport(requestId: string, signal?: AbortSignal): Promise<VonageReport> {
      const path = reportPath(requestId)
      return requestJson({
        lane: 'async',
        method: 'DELETE',
        path,
        maxBytes: reportBytes,
        parse: asReport,
        signal,
      })
    },

    /** Opens the file behind a report's download link. `not-found` once its 72 hours are over. */
    async openReportFile(href: string, signal?: AbortSignal): Promise<ReportFile> {
      return requestStream({ lane: 'async', path: pinMediaLink(href, base), signal })
    },

    /** The first page of the synchronous call; billed, except for the product REPORTS-USAGE. */
    getRecords(query: RecordsQuery, signal?: AbortSignal): Promise<VonageRecords> {
      const given = Object.entries(query).filter(([, value]) => value !== undefined)
      const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)]))
      const path = `${base.path}/v2/reports/records?${search}`
      return requestJson({ lane: 'sync', path, maxBytes: listBytes, parse: asRecords, signal })
    },

    /** The page behind a `nextHref`. */
    async getNextRecords(href: string, signal?: AbortSignal): Promise<VonageRecords> {
      const path = pinRecordsLink(href, base)
      return requestJson({ lane: 'sync', path, maxBytes: listBytes, parse: asRecords, signal })
    },

    /** The accounts beneath this key, where it is a primary account. */
    listSubaccounts(signal?: AbortSignal): Promise<VonageSubaccounts> {
      const path = `${base.path}/accounts/${encodeURIComponent(options.apiKey)}/subaccounts`
      return requestJson({
        lane: 'sync',
        path,
        maxBytes: listBytes,
        parse: (body) => parseSubaccounts(scrub.value(body)),
        signal,
      })
    },

    /** The reports of the last 4 days. Deprecated by Vonage: `not-found` may mean that the call itself is gone. */
    listReports(query: ListReportsQuery, signal?: AbortSignal): Promise<VonageReport[]> {
      const search = new URLSearchParams({
        account_id: query.accountId ?? options.apiKey,
        status: query.status.join(','),
      })
      if (query.dateFrom) search.set('date_from', query.dateFrom)
      if (query.dateTo) search.set('date_to', query.dateTo)
      return requestJson({
        lane: 'async',
        path: `${base.path}/v2/reports?${search}`,
        maxBytes: listBytes,
        parse: (body) =>
          reportList
            .safeParse(body)
            .data?.reports.map(asReport)
            .filter((report) => report !== null) ?? null,
        signal,
      })
    },
  }
}
