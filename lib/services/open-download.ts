import type { Readable } from 'node:stream'
import { ArchiveError } from '@/lib/archive/archive-error'
import { toContentDisposition } from '@/lib/archive/content-disposition'
import { decideRange, matchesEtag, toContentRange, toEtag } from '@/lib/archive/http-range'
import { openArchive } from '@/lib/archive/open-archive'
import { openCsv } from '@/lib/archive/open-csv'
import { getArchive } from '@/lib/data/reports/get-archive'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'
import { getArchiveStore } from './archive-store'
import { nameDownload } from './name-download'
import { recordDownloads } from './record-downloads'
import { watchDownload } from './watch-download'

export type DownloadFormat = 'zip' | 'csv'

export type AskedFile = {
  format: DownloadFormat
  /** Whose file: the report's only request, unless told. */
  requestId?: string
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

function nameOf(found: Found, { format, requestId }: AskedFile): string {
  return nameDownload({ ...found, id: requestId ?? found.report.id }, found.timeZone, format)
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

function recordDownload(actor: UserActor, { report, requestId }: Found, format: DownloadFormat) {
  return recordDownloads(actor, [{ ...report, requestId, format: format.toUpperCase() }])
}

/**
 * Opens a report's file for a person: the archive bit for bit with ranges, or its CSV unzipped on the fly.
 * @throws AppError `forbidden`, `not-found`, or `gone` and `unavailable` for a file that can't be given whole
 */
export async function openDownload(
  actor: UserActor,
  reportId: string,
  asked: AskedFile,
): Promise<Download> {
  const found = await getArchive(actor, reportId, asked.requestId)
  return asked.format === 'csv' ? openCsvFor(actor, found, asked) : openZipFor(actor, found, asked)
}

async function openZipFor(actor: UserActor, found: Found, asked: AskedFile): Promise<Download> {
  const { file } = found
  const etag = toEtag(file.sha256)
  const headers = {
    etag,
    'accept-ranges': 'bytes',
    'content-type': 'application/zip',
    'content-disposition': toContentDisposition(nameOf(found, asked)),
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
    body: watchDownload(opened.stream, actor, [found.report.id]),
  }
}

async function openCsvFor(actor: UserActor, found: Found, asked: AskedFile): Promise<Download> {
  const opened = await openCsv(getArchiveStore(), found.file).catch(explain)
  if (!asked.headersOnly) await recordDownload(actor, found, asked.format)
  return {
    status: 200,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': toContentDisposition(nameOf(found, asked)),
    },
    bytes: opened.bytes,
    body: watchDownload(opened.stream, actor, [found.report.id]),
  }
}
