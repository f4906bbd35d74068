import { Readable } from 'node:stream'
import { toContentDisposition } from '@/lib/archive/content-disposition'
import { openArchive } from '@/lib/archive/open-archive'
import { writeZip, type ZipEntry } from '@/lib/content/write-zip'
import {
  type FilePart,
  listReportFiles,
  type ReportFiles,
} from '@/lib/data/reports/list-report-files'
import { appNow } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import { getArchiveStore } from './archive-store'
import { type BundledFile, type BundledReport, writeManifest, writeSums } from './bundle-manifest'
import { cutOfPart } from './cut-of-part'
import { findStored } from './find-stored'
import { nameBundle, nameEntries, tellTaken } from './name-bundle'
import type { Download } from './open-download'
import { readCut } from './read-cut'
import { recordDownloads } from './record-downloads'
import { watchDownload } from './watch-download'

/**
 * One ZIP with all files of the reports as they were archived (what is kept of an earlier report is cut to its range),
 * `manifest.json` and `SHA256SUMS`. What is not there is left out, named in the manifest, and the file's name says so.
 * @throws AppError `forbidden`, `not-found`, `invalid` as `listReportFiles`; `gone` when all files are lost
 */
export async function openBundle(
  actor: UserActor,
  reportIds: readonly string[],
  headersOnly: boolean,
): Promise<Download> {
  const reports = await findStored(await listReportFiles(actor, reportIds))
  const headers = {
    'accept-ranges': 'none',
    'content-type': 'application/zip',
    'content-disposition': toContentDisposition(nameBundle(reports)),
  }
  if (headersOnly) return { status: 200, headers, bytes: null, body: null }
  await recordDownloads(
    actor,
    reports.map((report) => tellTaken('ZIP', report)),
  )
  const { stream, bytes } = writeZip(makeEntries(reports, await appNow()))
  return { status: 200, headers, bytes, body: watchDownload(stream, actor, [...reportIds]) }
}

function makeEntries(reports: readonly ReportFiles[], now: Date): ZipEntry[] {
  const names = nameEntries(reports)
  const described: BundledReport[] = reports.map((report) => ({
    ...report,
    files: report.files.map((part) => ({ part, bundled: factsOf(part, names.get(part) ?? '') })),
  }))
  const files = described.flatMap((report) => report.files)
  // A cut's hash and rows are known only when it has passed; without one, all is known before.
  const isKnown = files.every(({ part }) => !cutOfPart(part))
  const tell = (name: string, write: () => string): ZipEntry => ({
    name,
    modifiedAt: now,
    bytes: isKnown ? Buffer.byteLength(write()) : null,
    open: async () => Readable.from([Buffer.from(write())]),
  })
  return [
    ...files.map(toEntry),
    tell('manifest.json', () => writeManifest(described, now.toISOString())),
    tell('SHA256SUMS', () => writeSums(described)),
  ]
}

function factsOf({ file }: FilePart, path: string): BundledFile {
  return { path, sha256: file.sha256, bytes: file.bytes, rows: file.rows }
}

function toEntry({ part, bundled }: BundledReport['files'][number]): ZipEntry {
  const entry = { name: bundled.path, modifiedAt: new Date(part.archivedAt) }
  const cut = cutOfPart(part)
  if (cut)
    return {
      ...entry,
      bytes: null,
      open: async () => Readable.from(readCut(part, cut, bundled), { objectMode: false }),
    }
  return {
    ...entry,
    bytes: part.file.bytes,
    open: async () => (await openArchive(getArchiveStore(), part.file)).stream,
  }
}
