import { readField } from '@/lib/content/csv-field'
import { createRecordSplitter, type RecordBytes } from '@/lib/content/csv-records'
import { mostRecordBytes } from './write-parquet'

const blockBytes = 1024 * 1024

/**
 * Writes a CSV anew so that every reader takes it the same: each field in quotes, each record of one length, missing
 * fields empty, bytes that are no UTF-8 replaced by U+FFFD, the header left out. Each record has `columns` fields and one more: what it has
 * beyond them, as JSON by name. Fields are what the rest of the product reads (`lib/content/csv-field`). Slower than
 * copying: for files that DuckDB alone would refuse, or read differently.
 * @param onEnd is told whether a record had more fields than `columns`
 * @throws ContentError for a quote that is never closed
 */
export async function* normaliseCsv(
  source: AsyncIterable<Buffer>,
  { header, columns }: { header: readonly string[]; columns: number },
  onEnd: (overflows: boolean) => void,
): AsyncGenerator<Buffer, void, undefined> {
  let lines: string[] = []
  let length = 0
  let overflows = false
  let isHeader = true
  const splitter = createRecordSplitter((record) => {
    if (isHeader) {
      isHeader = false
      return
    }
    overflows ||= record.fields > columns
    const line = writeRecord(record, header, columns)
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

function writeRecord(record: RecordBytes, header: readonly string[], columns: number): string {
  const fields = Array.from({ length: columns }, (_, index) =>
    index < record.fields ? readField(record, index) : '',
  )
  return `${[...fields, packRest(record, header, columns)]
    .map((field) => `"${field.replaceAll('"', '""')}"`)
    .join(',')}\n`
}

function packRest(record: RecordBytes, header: readonly string[], columns: number): string {
  if (record.fields <= columns) return ''
  const rest = new Map<string, string>()
  for (let index = columns; index < record.fields; index++) {
    const name = header[index] || `field ${index + 1}`
    rest.set(rest.has(name) ? `${name} (field ${index + 1})` : name, readField(record, index))
  }
  return JSON.stringify(Object.fromEntries(rest))
}
