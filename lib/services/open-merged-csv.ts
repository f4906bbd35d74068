import { Readable } from 'node:stream'
import { toContentDisposition } from '@/lib/archive/content-disposition'
import type { ProductCode } from '@/lib/catalogue/products'
import { mergeCsv } from '@/lib/content/merge-csv'
import { listReportFiles, type ReportFiles } from '@/lib/data/reports/list-report-files'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'
import { toCsvPart } from './csv-part'
import { findStored } from './find-stored'
import { notePartial, tellTaken } from './name-bundle'
import { nameDownload } from './name-download'
import type { Download } from './open-download'
import { recordDownloads } from './record-downloads'
import { watchDownload } from './watch-download'

/**
 * One CSV with all records of one product, the headers united by name. Where files are missing, the others are given
 * and the name says so; a file that breaks on the way breaks the download.
 * @throws AppError `forbidden`, `not-found`, `invalid` as `listReportFiles`; `invalid` where `product` is needed, as the
 * reports are of several; `gone` when all files are lost
 */
export async function openMergedCsv(
  actor: UserActor,
  reportIds: readonly string[],
  product: string | null,
  headersOnly: boolean,
): Promise<Download> {
  const all = await listReportFiles(actor, reportIds)
  const chosen = chooseProduct(all, product)
  const reports = await findStored(all.map((report) => onlyProduct(report, chosen)))
  const concerned = reports.filter(({ files, missing }) => files.length + missing.length > 0)
  const headers = {
    'accept-ranges': 'none',
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': toContentDisposition(nameMerged(concerned, chosen)),
  }
  if (headersOnly) return { status: 200, headers, bytes: null, body: null }
  await recordDownloads(
    actor,
    concerned.map((report) => tellTaken('CSV', report)),
  )
  const parts = concerned.flatMap((report) => report.files).map(toCsvPart)
  const body = Readable.from(mergeCsv(parts), { objectMode: false })
  const ids = concerned.map(({ id }) => id)
  return { status: 200, headers, bytes: null, body: watchDownload(body, actor, ids) }
}

function chooseProduct(reports: readonly ReportFiles[], product: string | null): ProductCode {
  const there = [
    ...new Set(
      reports.flatMap((one) => [...one.files, ...one.missing]).map((part) => part.product),
    ),
  ]
  const chosen =
    product === null && there.length === 1 ? there[0] : there.find((one) => one === product)
  if (chosen) return chosen
  throw new AppError(
    product === null ? 'invalid' : 'not-found',
    product === null
      ? `A CSV holds one product. Name one of ${there.join(', ')} as “product”.`
      : 'Nothing of this product was asked for in this report.',
  )
}

function onlyProduct(report: ReportFiles, product: ProductCode): ReportFiles {
  const isOf = (part: { product: ProductCode }) => part.product === product
  return { ...report, files: report.files.filter(isOf), missing: report.missing.filter(isOf) }
}

function nameMerged(reports: readonly ReportFiles[], product: ProductCode): string {
  const [first] = reports
  const parts = reports.flatMap(({ files, missing }) => [...files, ...missing])
  const times = (key: 'dateStart' | 'dateEnd') => parts.map((part) => part[key]).sort()
  const directions = new Set(parts.map((part) => part.direction))
  const files = reports.reduce((sum, one) => sum + one.files.length, 0)
  return nameDownload(
    {
      product,
      direction: directions.size === 1 ? (parts[0]?.direction ?? null) : null,
      dateStart: times('dateStart')[0] ?? '',
      dateEnd: times('dateEnd').at(-1) ?? '',
      id: reports.length === 1 ? (first?.id ?? '') : '',
      note: [
        reports.length === 1 ? '' : `${reports.length}-reports`,
        notePartial(files, parts.length - files),
      ]
        .filter(Boolean)
        .join('_'),
    },
    first?.timeZone ?? 'UTC',
    'csv',
  )
}
