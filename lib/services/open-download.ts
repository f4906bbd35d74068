import type { Readable } from 'node:stream'
import { Temporal } from 'temporal-polyfill'
import { ArchiveError } from '@/lib/archive/archive-error'
import { toContentDisposition } from '@/lib/archive/content-disposition'
import { toDownloadName } from '@/lib/archive/download-name'
import { decideRange, matchesEtag, toContentRange, toEtag } from '@/lib/archive/http-range'
import { openArchive } from '@/lib/archive/open-archive'
import { openCsv } from '@/lib/archive/open-csv'
import { recordEvent } from '@/lib/data/events/record-event'
import { getArchive } from '@/lib/data/reports/get-archive'
import { transact } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'
import { getArchiveStore } from './archive-store'

export type DownloadFormat = 'zip' | 'csv'

type Asked = {
  format: DownloadFormat
  range: string | null
  ifRange: string | null
  ifNoneMatch: string | null
  /** HEAD: the same headers, no file. */
  headersOnly: boolean
}

/** An answer without its transport: the route makes a Response of it. */
export type Download = {
  status: 200 | 206 | 304 | 416
  headers: Record<string, string>
  /** Bytes of the body; null where there is none. */
  bytes: number | null
  body: Readable | null
}

type Found = Awaited<ReturnType<typeof getArchive>>

/** First and last day in the report's own zone; the end is exclusive, so its last day is a moment earlier. */
function nameOf(found: Found, format: DownloadFormat): string {
  const day = (iso: string, minusMs = 0) =>
    Temporal.Instant.from(iso)
      .subtract({ milliseconds: minusMs })
      .toZonedDateTimeISO(found.timeZone)
      .toPlainDate()
      .toString()
  return toDownloadName(
    {
      product: found.product,
      direction: found.direction,
      from: day(found.dateStart),
      to: day(found.dateEnd, 1),
      id: found.reportId.slice(-8),
    },
    format,
  )
}

/** Stored files that turn out missing or damaged are named; nothing of them is sent. */
function explain(error: unknown): never {
  if (error instanceof ArchiveError)
    throw new AppError(
      error.kind === 'missing' || error.kind === 'damaged' ? 'gone' : 'unavailable',
      error.message,
      { cause: error },
    )
  throw error
}

async function recordDownload(actor: UserActor, found: Found, format: string): Promise<void> {
  await transact((tx) =>
    recordEvent(tx, actor, {
      reportId: found.reportId,
      requestId: found.requestId,
      kind: 'downloaded',
      data: { format: format.toUpperCase() },
    }),
  )
}

/**
 * Opens a report's file for a person: the archive bit for bit with ranges, or its CSV unzipped on the fly.
 * @throws AppError `forbidden`, `not-found`, or `gone` and `unavailable` for a file that can't be given whole
 */
export async function openDownload(
  actor: UserActor,
  reportId: string,
  asked: Asked,
): Promise<Download> {
  const found = await getArchive(actor, reportId)
  return asked.format === 'csv' ? openCsvFor(actor, found, asked) : openZipFor(actor, found, asked)
}

async function openZipFor(actor: UserActor, found: Found, asked: Asked): Promise<Download> {
  const { file } = found
  const etag = toEtag(file.sha256)
  const headers = {
    etag,
    'accept-ranges': 'bytes',
    'content-type': 'application/zip',
    'content-disposition': toContentDisposition(nameOf(found, 'zip')),
  }
  if (matchesEtag(asked.ifNoneMatch, etag))
    return { status: 304, headers: { etag }, bytes: null, body: null }
  const decision = decideRange({ ...asked, etag, bytes: file.bytes })
  if (decision.kind === 'unsatisfiable')
    return {
      status: 416,
      headers: { 'content-range': toContentRange(file.bytes) },
      bytes: null,
      body: null,
    }
  const range = decision.kind === 'part' ? decision.range : undefined
  const opened = await openArchive(getArchiveStore(), file, range).catch(explain)
  if (!asked.headersOnly && !range?.start) await recordDownload(actor, found, asked.format)
  return {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      ...(range ? { 'content-range': toContentRange(file.bytes, range) } : {}),
    },
    bytes: opened.bytes,
    body: opened.stream,
  }
}

async function openCsvFor(actor: UserActor, found: Found, asked: Asked): Promise<Download> {
  const opened = await openCsv(getArchiveStore(), found.file).catch(explain)
  if (!asked.headersOnly) await recordDownload(actor, found, asked.format)
  return {
    status: 200,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': toContentDisposition(nameOf(found, 'csv')),
    },
    bytes: opened.bytes,
    body: opened.stream,
  }
}
