import { assertColumns } from './assert-columns'
import { ContentError } from './content-error'
import { readFields } from './csv-field'
import { createRecordSplitter, type RecordBytes } from './csv-records'

type Mapping = {
  /** The header as it was recorded when the file came. */
  columns: readonly string[]
  /** Whether a record is taken. */
  keep?: (record: RecordBytes) => boolean
  /** For each column that is wanted its place in the file, -1 for none; unset: records stay as they are. */
  places?: readonly number[]
  /** Told how many records were taken. */
  onEnd?: ((rows: number) => void) | undefined
}

const comma = 0x2c
const newline = 0x0a

/**
 * Gives a CSV's records, without the header, filtered and with its columns in another order. Fields keep their bytes and
 * quotes; a missing column is empty; every record ends with a line end. Throws a `ContentError` where the file does not
 * have the recorded columns, or a record has more fields than them.
 */
export async function* mapRecords(
  source: AsyncIterable<Buffer>,
  { columns, keep, places, onEnd }: Mapping,
): AsyncGenerator<Buffer, void, undefined> {
  const output = places ? createReorderer(places, columns.length) : createSlicer()
  let hasHeader = false
  let rows = 0
  const splitter = createRecordSplitter((record) => {
    if (!hasHeader) {
      assertColumns(readFields(record), columns)
      hasHeader = true
    } else if (!keep || keep(record)) {
      rows++
      output.add(record)
    }
  })
  for await (const block of source) {
    splitter.push(block)
    yield* output.take()
  }
  splitter.finish()
  yield* output.take()
  if (!hasHeader && columns.length > 0) assertColumns([], columns)
  onEnd?.(rows)
}

type Output = { add(record: RecordBytes): void; take(): Buffer[] }

/** Records as they are: neighbours stay one piece of their block. */
function createSlicer(): Output {
  let pieces: Buffer[] = []
  let block: Buffer | null = null
  let start = 0
  let end = 0
  const close = () => {
    if (block && end > start) pieces.push(block.subarray(start, end))
    block = null
  }
  return {
    add(record) {
      if (record.block !== block || record.start !== end) {
        close()
        block = record.block
        start = record.start
      }
      end = record.end
    },
    take() {
      close()
      const taken = pieces
      pieces = []
      return taken
    },
  }
}

function createReorderer(places: readonly number[], columns: number): Output {
  let buffer = Buffer.allocUnsafe(256 * 1024)
  let length = 0
  return {
    add(record) {
      if (record.fields > columns)
        throw new ContentError(
          `A record has ${record.fields} fields where the header names ${columns}.`,
        )
      // No field is written twice, so this much is enough.
      const needed = length + (record.end - record.start) + places.length + 1
      if (needed > buffer.length) {
        const larger = Buffer.allocUnsafe(Math.max(needed, buffer.length * 2))
        buffer.copy(larger, 0, 0, length)
        buffer = larger
      }
      for (const [index, place] of places.entries()) {
        if (index > 0) buffer[length++] = comma
        if (place === -1 || place >= record.fields) continue
        length += record.block.copy(
          buffer,
          length,
          record.fieldStarts[place],
          record.fieldEnds[place],
        )
      }
      buffer[length++] = newline
    },
    take() {
      if (length === 0) return []
      const taken = buffer.subarray(0, length)
      buffer = Buffer.allocUnsafe(buffer.length)
      length = 0
      return [taken]
    },
  }
}
