import type { FilePart, ReportFiles } from '@/lib/data/reports/list-report-files'
import { cutOfPart } from './cut-of-part'
import { nameDownload } from './name-download'

/** ` partial_3-of-5` where files are missing: a download that is not whole says so in its name. */
export function notePartial(files: number, missing: number): string {
  return missing > 0 ? `partial_${files}-of-${files + missing}` : ''
}

/** The name of a bundle: after its only report, or how many there are. */
export function nameBundle(reports: readonly ReportFiles[]): string {
  const count = (kind: 'files' | 'missing') =>
    reports.reduce((sum, one) => sum + one[kind].length, 0)
  const [first] = reports
  const about = reports.length === 1 && first ? nameFolder(first) : `${reports.length}-reports`
  return `${[about, notePartial(count('files'), count('missing'))].filter(Boolean).join('_')}.zip`
}

/** Each file's name in a bundle, unique in it; reports lie in folders where there are several. */
export function nameEntries(reports: readonly ReportFiles[]): Map<FilePart, string> {
  const names = new Map<FilePart, string>()
  const taken = new Set<string>()
  for (const report of reports) {
    const folder = reports.length > 1 ? `${nameFolder(report)}/` : ''
    for (const part of report.files) {
      const plain = nameEntry(part, report.timeZone)
      let name = `${folder}${plain}`
      for (let copy = 2; taken.has(name); copy++) name = `${folder}${copy}_${plain}`
      taken.add(name)
      names.set(part, name)
    }
  }
  return names
}

function nameEntry(part: FilePart, timeZone: string): string {
  const named = {
    product: part.product,
    direction: part.direction,
    account: part.targetAccountId,
    id: part.requestId,
    ...(part.requestStatus === 'TRUNCATED' ? { note: 'truncated' } : {}),
  }
  const { kept } = part
  if (kept && cutOfPart(part))
    return nameDownload(
      { ...named, dateStart: kept.dateStart, dateEnd: kept.dateEnd, note: 'kept' },
      timeZone,
      'csv',
    )
  return nameDownload(
    { ...named, dateStart: part.dateStart, dateEnd: part.dateEnd },
    timeZone,
    'zip',
  )
}

function nameFolder({ title, id }: ReportFiles): string {
  const words = title.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-|-$/g, '')
  return [words.slice(0, 80), id.slice(-8)].filter(Boolean).join('_')
}

/** What was taken of a report, for its timeline: “ZIP, 3 of 5 files”. */
export function tellTaken(format: 'ZIP' | 'CSV', { id, title, files, missing }: ReportFiles) {
  const all = files.length + missing.length
  return { id, title, format: `${format}, ${files.length} of ${all} files` }
}
