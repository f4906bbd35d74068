import { readField } from '@/lib/content/csv-field'
import { createRecordSplitter, type RecordBytes } from '@/lib/content/csv-records'
import { mostRecordBytes } from './write-parquet'

const blockBytes = 1024 * 1024

/**
 * Writes a CSV anew so that every reader takes it the same: each field in quotes, each record of one length, missing
 * fields empty, bytes that are no UTF-8 replaced by U+FFFD. Each record has one field more than `columns`: whatever it
 * has beyond them, joined by commas. Fields are what the rest of the product reads (`lib/content/csv-field`). Slower than
 * copying: for files that DuckDB alone would refuse, or read differently.
 * @param onEnd is told whether a record had more fields than `columns`
 * @throws ContentError for a quote that is never closed
 */
export async function* normaliseCsv(
  source: AsyncIterable<Buffer>,
  columns: number,
  onEnd: (overflows: boolean) => void,
): AsyncGenerator<Buffer, void, undefined> {
  let lines: string[] = []
  let length = 0
  let overflows = false
  const splitter = createRecordSplitter((record) => {
    overflows ||= record.fields > columns
    const line = writeRecord(record, columns)
    lines.push(line)
    length += line.length
  }, mostRecordBytes)
  function take(): Buffer {
    const block = Buffer.from(lines.join(''))
    lines = []
    length = 0
    return block
  }
  for await (const block of source) {
    splitter.push(block)
    if (length >= blockBytes) yield take()
  }
  splitter.finish()
  yield take()
  onEnd(overflows)
}

function writeRecord(record: RecordBytes, columns: number): string {
  const fields = Array.from({ length: columns }, (_, index) =>
    index < record.fields ? readField(record, index) : '',
  )
  const rest = Array.from({ length: Math.max(0, record.fields - columns) }, (_, index) =>
    readField(record, columns + index),
  )
  return `${[...fields, rest.join(',')].map((field) => `"${field.replaceAll('"', '""')}"`).join(',')}\n`
}
