import { type CsvCut, createCutFilter } from './csv-cut'
import { writeHeader } from './csv-field'
import { mapRecords } from './map-records'

/**
 * Cuts a CSV to the records of a time range, exactly, with its header. `columns` is its header as recorded when it
 * came; `onEnd` is told how many records were taken. Throws a `ContentError` where the file does not have the recorded
 * columns, and for a record whose time can't be read.
 */
export async function* cutCsv(
  source: AsyncIterable<Buffer>,
  columns: readonly string[],
  cut: CsvCut,
  onEnd?: (rows: number) => void,
): AsyncGenerator<Buffer, void, undefined> {
  if (columns.length > 0) yield writeHeader(columns)
  yield* mapRecords(source, { columns, keep: createCutFilter(cut, columns), onEnd })
}
