import { createCsvCounter } from '@/lib/archive/csv-counter'
import { assertColumns } from './assert-columns'
import { ContentError } from './content-error'
import { readFields } from './csv-field'
import { createRecordSplitter } from './csv-records'

const newline = 0x0a
const lineEnd = Buffer.from('\n')

/**
 * Gives a CSV's bytes after its header as they are, and a last line end where it is missing: the fast way for files
 * whose columns are the wanted ones. `onEnd` is told how many records there were. Throws a `ContentError` where the file
 * does not have the recorded columns, and for a last record that is cut off within quotes.
 */
export async function* copyRecords(
  source: AsyncIterable<Buffer>,
  columns: readonly string[],
  onEnd?: (rows: number) => void,
): AsyncGenerator<Buffer, void, undefined> {
  const counter = createCsvCounter()
  let head: Buffer | null = Buffer.alloc(0)
  let last = newline
  for await (const block of source) {
    counter.push(block)
    let records = block
    if (head) {
      head = Buffer.concat([head, block])
      const headerEnd = findHeaderEnd(head, columns)
      if (headerEnd === null) continue
      records = head.subarray(headerEnd)
      head = null
    }
    if (records.length === 0) continue
    last = records[records.length - 1] as number
    yield records
  }
  const { rows, endsWithinQuotes } = counter.finish()
  if (endsWithinQuotes) throw new ContentError('The last record ends within quotes.')
  if (head && findHeaderEnd(head, columns, true) === null) assertColumns([], columns)
  if (last !== newline) yield lineEnd
  onEnd?.(rows)
}

/** Where the records begin; null where the header is not whole yet. */
function findHeaderEnd(head: Buffer, columns: readonly string[], isWhole = false): number | null {
  let end: number | null = null
  const splitter = createRecordSplitter((record) => {
    if (end !== null) return
    assertColumns(readFields(record), columns)
    end = record.end
  })
  splitter.push(head)
  if (isWhole) splitter.finish()
  return end
}
