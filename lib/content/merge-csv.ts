import { copyRecords } from './copy-records'
import { type CsvCut, createCutFilter, listGiven } from './csv-cut'
import { writeHeader } from './csv-field'
import { mapRecords } from './map-records'
import { placeGiven } from './place-given'
import { uniteColumns } from './unite-columns'

/** A file to be merged. */
export type CsvPart = {
  /** Its header as recorded when the file came; empty for a file without content. */
  columns: readonly string[]
  /** Opened when its turn comes, and closed when it is over. */
  open: () => Promise<AsyncIterable<Buffer>>
  /** What is taken of it: everything, unless told. */
  cut?: CsvCut
}

/**
 * Merges CSVs into one: one header, united by name in the order of first sight; what a file does not have is empty.
 * Constant memory, one file open at a time. Throws what the files throw, and a `ContentError` where one is not what was
 * recorded: what was given until then is then not the whole. `onPart` is told how many records each file gave.
 */
export async function* mergeCsv(
  parts: readonly CsvPart[],
  onPart?: (rows: number) => void,
): AsyncGenerator<Buffer, void, undefined> {
  const columns = uniteColumns(parts.map((part) => listGiven(part.columns, part.cut)))
  if (columns.length === 0) return
  yield writeHeader(columns)
  for (const part of parts) {
    const read = chooseReading(part, columns, onPart)
    yield* read(await part.open())
  }
}

type Reading = (source: AsyncIterable<Buffer>) => AsyncGenerator<Buffer, void, undefined>

/** How a part's records come into the given columns. */
function chooseReading(
  { columns, cut }: CsvPart,
  wanted: readonly string[],
  onEnd?: (rows: number) => void,
): Reading {
  const given = listGiven(columns, cut)
  const isSame =
    given.length === columns.length &&
    columns.length === wanted.length &&
    columns.every((name, i) => name === wanted[i])
  if (isSame && !cut) return (source) => copyRecords(source, columns, onEnd)
  const mapping = {
    columns,
    onEnd,
    ...(cut ? { keep: createCutFilter(cut, columns) } : {}),
    ...(isSame ? {} : { places: placeGiven(wanted, columns, cut) }),
  }
  return (source) => mapRecords(source, mapping)
}
