import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { listGiven } from '@/lib/content/csv-cut'
import { mergeCsv } from '@/lib/content/merge-csv'
import { uniteColumns } from '@/lib/content/unite-columns'
import { convertCsv } from '@/lib/dataset/convert-csv'
import type { DatasetColumn } from '@/lib/schemas/dataset'
import { type ReadablePart, toCsvPart } from './csv-part'
import { getDatasetFolder, getEngineLimits, incomingFolder } from './dataset-folder'

export type Prepared = {
  /** Its name below the folder; null where the files have no content at all. */
  file: string | null
  bytes: number
  rowsIn: number
  rows: number
  columns: DatasetColumn[]
}

/**
 * Turns archived files of one product into one Parquet file: their CSVs merged by name into a temporary one, then read
 * with types. Memory is that of the engine's limit and some buffers; the disk needs room for the unpacked CSV meanwhile.
 * @param file its name below the folder of datasets
 * @throws ArchiveError and ContentError for files that can't be read, and what DuckDB and the disk throw
 */
export async function prepareDataset(
  parts: readonly ReadablePart[],
  file: string,
  signal: AbortSignal,
): Promise<Prepared> {
  const csvParts = parts.map(toCsvPart)
  const header = uniteColumns(csvParts.map(({ columns, cut }) => listGiven(columns, cut)))
  if (header.length === 0) return { file: null, bytes: 0, rowsIn: 0, rows: 0, columns: [] }
  const folder = getDatasetFolder()
  const incoming = join(folder, incomingFolder, randomUUID())
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  try {
    const csv = join(incoming, 'records.csv')
    const parquet = join(incoming, 'records.parquet')
    let rowsIn = 0
    const merged = mergeCsv(csvParts, (rows) => {
      rowsIn += rows
    })
    await pipeline(
      Readable.from(merged, { objectMode: false }),
      createWriteStream(csv, { mode: 0o600 }),
      { signal },
    )
    const limits = getEngineLimits()
    const written = await convertCsv({ csv, parquet, folder, header, rowsIn, limits, signal })
    const target = join(folder, file)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await rename(parquet, target)
    const { size } = await stat(target)
    return { file, bytes: size, rowsIn, ...written }
  } finally {
    await rm(incoming, { recursive: true, force: true })
  }
}
