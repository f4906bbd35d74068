import { type CsvCut, createCutFilter, listGiven } from './csv-cut'
import { writeHeader } from './csv-field'
import { mapRecords } from './map-records'
import { placeGiven } from './place-given'

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
  const given = listGiven(columns, cut)
  if (given.length > 0) yield writeHeader(given)
  yield* mapRecords(source, {
    columns,
    keep: createCutFilter(cut, columns),
    ...(given.length < columns.length ? { places: placeGiven(given, columns, cut) } : {}),
    onEnd,
  })
}
