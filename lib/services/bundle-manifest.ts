import type {
  AskedPart,
  FilePart,
  MissingPart,
  ReportFiles,
} from '@/lib/data/reports/list-report-files'

/** What is known of a file in the bundle when it has passed. */
export type BundledFile = {
  /** Its name in the bundle. */
  path: string
  sha256: string
  bytes: number
  rows: number
}

/** A report as it is bundled: its files with their names, and those whose stored file is not there after all. */
export type BundledReport = Omit<ReportFiles, 'files'> & {
  files: { part: FilePart; bundled: BundledFile }[]
}

/** `manifest.json`: what the bundle holds, what each file was asked for with, and what is missing and why. */
export function writeManifest(reports: readonly BundledReport[], madeAt: string): string {
  const described = reports.map((report) => ({
    id: report.id,
    title: report.title,
    askedBy: report.askedBy,
    askedAt: report.askedAt,
    timeZone: report.timeZone,
    complete: report.missing.length === 0,
    rows: report.files.reduce((sum, { bundled }) => sum + bundled.rows, 0),
    files: report.files.map(describeFile),
    missing: report.missing.map((part) => ({ reason: part.reason, ...describeAsked(part) })),
  }))
  const manifest = {
    madeAt,
    complete: described.every(({ complete }) => complete),
    rows: described.reduce((sum, { rows }) => sum + rows, 0),
    reports: described,
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

function describeFile({ part, bundled }: BundledReport['files'][number]) {
  const { file, kept } = part
  return {
    ...bundled,
    ...(kept && !kept.isWhole ? {} : { csv: { name: file.entryName, bytes: file.csvBytes } }),
    columns: file.columns,
    archivedAt: part.archivedAt,
    // Vonage’s word for a file that does not have all the records that were asked for.
    truncated: part.requestStatus === 'TRUNCATED' && (!kept || kept.isWhole),
    ...(kept
      ? {
          keptFrom: {
            report: kept.reportId,
            sha256: file.sha256,
            dateStart: kept.dateStart,
            dateEnd: kept.dateEnd,
            mayHaveChangedSince: kept.mayHaveChanged,
            ...(kept.leftOut.length > 0 ? { leftOut: kept.leftOut } : {}),
          },
        }
      : {}),
    ...describeAsked(part),
  }
}

function describeAsked(part: AskedPart | MissingPart) {
  return {
    request: part.requestId,
    vonageRequestId: part.vonageRequestId,
    requestStatus: part.requestStatus,
    account: part.account,
    parameters: {
      account_id: part.targetAccountId,
      product: part.product,
      ...(part.direction ? { direction: part.direction } : {}),
      date_start: part.dateStart,
      date_end: part.dateEnd,
      ...(part.includeSubaccounts ? { include_subaccounts: true } : {}),
      ...part.filters,
    },
  }
}

/** `SHA256SUMS`: what `sha256sum -c` checks the unpacked bundle by. */
export function writeSums(reports: readonly BundledReport[]): string {
  return reports
    .flatMap((report) => report.files)
    .map(({ bundled }) => `${bundled.sha256}  ${bundled.path}\n`)
    .join('')
}
