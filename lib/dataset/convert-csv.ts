import { createReadStream, createWriteStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { DatasetColumn } from '@/lib/schemas/dataset'
import { type EngineLimits, openEngine } from './engine'
import { interruptWhen } from './interrupt-when'
import { layOutColumns } from './lay-out-columns'
import { normaliseCsv } from './normalise-csv'
import { writeParquet } from './write-parquet'

/**
 * More columns than this are one column of JSON: DuckDB needs memory for each column, and Vonage's reports have some 30.
 */
const mostColumns = 200
/** The name of the column for what records have beyond their header, or beyond so many columns. */
const overflow = '(more fields)'

export type Conversion = {
  /** The CSV, which is removed when another form of it is needed. Both paths lie below `folder`. */
  csv: string
  parquet: string
  folder: string
  /** The CSV's header. */
  header: readonly string[]
  /** How many records it has, as counted while it was written. */
  rowsIn: number
  limits: EngineLimits
  signal: AbortSignal
}

/**
 * Turns a CSV into Parquet. Where DuckDB refuses it, or finds another number of records than we did, it is written anew
 * in a form that leaves nothing open, and read again.
 * @returns how many rows there are then, and the columns as they lie in the file
 */
export async function convertCsv({
  csv,
  parquet,
  folder,
  header,
  rowsIn,
  limits,
  signal,
}: Conversion): Promise<{ rows: number; columns: DatasetColumn[] }> {
  const engine = await openEngine(folder, limits)
  const connection = await engine.connect()
  const ended = interruptWhen(connection, signal)
  try {
    const columns = layOutColumns(header.slice(0, mostColumns))
    if (header.length <= mostColumns) {
      const first = await writeParquet(connection, { csv, parquet, columns, isPlain: false }).catch(
        (error) => {
          if (signal.aborted || !isAboutContent(error)) throw error
          return null
        },
      )
      if (first?.rows === rowsIn) return first
    }
    const plain = `${csv}.plain`
    let overflows = false
    const normalised = normaliseCsv(
      createReadStream(csv),
      { header, columns: columns.length },
      (more) => {
        overflows = more
      },
    )
    await pipeline(
      Readable.from(normalised, { objectMode: false }),
      createWriteStream(plain, { mode: 0o600 }),
      { signal },
    )
    await rm(csv)
    const wider = layOutColumns([...header.slice(0, mostColumns), overflow])
    const second = await writeParquet(connection, {
      csv: plain,
      parquet,
      columns: wider,
      isPlain: true,
    })
    return { ...second, columns: overflows ? second.columns : second.columns.slice(0, -1) }
  } finally {
    ended()
    connection.closeSync()
    engine.close()
  }
}

/** What DuckDB says of a CSV that it can't read, rather than of memory, disk or us. */
function isAboutContent(error: unknown): boolean {
  return error instanceof Error && /^(Invalid Input|Conversion) Error/.test(error.message)
}
