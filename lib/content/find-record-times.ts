import { toVonageInstant } from '@/lib/format/vonage-time'
import { ContentError } from './content-error'
import { readField } from './csv-field'
import { createRecordSplitter } from './csv-records'

/** How records follow on one another by their time; equal times are either. */
export type RecordOrder = 'ascending' | 'descending' | 'mixed'

/** The earliest and the latest record, in milliseconds since 1970. */
export type RecordTimes = { first: number; last: number; order: RecordOrder }

/**
 * Looks through a CSV for the times of its records, in constant memory. Vonage cuts a file off somewhere: a last record
 * that is not whole is left out, and so is one without a readable time.
 * @returns null where no record has a time in this column
 */
export async function findRecordTimes(
  source: AsyncIterable<Buffer>,
  columns: readonly string[],
  column: string,
): Promise<RecordTimes | null> {
  const index = columns.indexOf(column)
  if (index === -1) return null
  let times: RecordTimes | null = null
  let before = Number.NaN
  let rises = false
  let falls = false
  let isHeader = true
  const splitter = createRecordSplitter((record) => {
    if (isHeader) {
      isHeader = false
      return
    }
    const at = index < record.fields ? toVonageInstant(readField(record, index)) : null
    if (at === null) return
    if (at > before) rises = true
    if (at < before) falls = true
    before = at
    if (!times) times = { first: at, last: at, order: 'ascending' }
    else if (at < times.first) times.first = at
    else if (at > times.last) times.last = at
  })
  for await (const block of source) splitter.push(block)
  try {
    splitter.finish()
  } catch (error) {
    if (!(error instanceof ContentError)) throw error
  }
  return withOrder(times, rises, falls)
}

function withOrder(times: RecordTimes | null, rises: boolean, falls: boolean): RecordTimes | null {
  if (!times) return null
  return { ...times, order: rises && falls ? 'mixed' : falls ? 'descending' : 'ascending' }
}
