import { openCsv } from '@/lib/archive/open-csv'
import type { CsvPart } from '@/lib/content/merge-csv'
import type { FilePart } from '@/lib/data/reports/list-report-files'
import { getArchiveStore } from './archive-store'
import { cutOfPart } from './cut-of-part'

/** What it takes to read the records of a part. */
export type ReadablePart = Pick<FilePart, 'product' | 'kept' | 'file'>

/** A report's file as what is merged: opened when its turn comes, and cut to what is taken of it. */
export function toCsvPart(part: ReadablePart): CsvPart {
  const cut = cutOfPart(part)
  return {
    columns: part.file.columns,
    open: async () => (await openCsv(getArchiveStore(), part.file)).stream,
    ...(cut ? { cut } : {}),
  }
}
