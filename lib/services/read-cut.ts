import { createHash } from 'node:crypto'
import { openCsv } from '@/lib/archive/open-csv'
import type { CsvCut } from '@/lib/content/csv-cut'
import { cutCsv } from '@/lib/content/cut-csv'
import type { FilePart } from '@/lib/data/reports/list-report-files'
import { getArchiveStore } from './archive-store'
import type { BundledFile } from './bundle-manifest'

/** The kept records of a part as a CSV of their own, read when asked for; its facts are filled in as it passes. */
export async function* readCut(
  { file }: FilePart,
  cut: CsvCut,
  bundled: BundledFile,
): AsyncGenerator<Buffer, void, undefined> {
  const hash = createHash('sha256')
  let bytes = 0
  const { stream } = await openCsv(getArchiveStore(), file)
  const records = cutCsv(stream, file.columns, cut, (rows) => {
    bundled.rows = rows
  })
  for await (const block of records) {
    hash.update(block)
    bytes += block.length
    yield block
  }
  bundled.bytes = bytes
  bundled.sha256 = hash.digest('hex')
}
