import { toVonageInstant } from '@/lib/format/vonage-time'
import { ContentError } from './content-error'
import { readField } from './csv-field'
import type { RecordBytes } from './csv-records'

/** What is taken of a file: of its records those whose time, in milliseconds since 1970, is in `[from, to)`. */
export type CsvCut = {
  /** The product's `dateColumn`: what Vonage itself cuts by. */
  column: string
  from: number
  to: number
  /** Columns that are not given. */
  leaveOut?: readonly string[]
}

/** The columns that a file gives. */
export function listGiven(columns: readonly string[], cut: CsvCut | undefined): readonly string[] {
  return columns.filter((name) => !cut?.leaveOut?.includes(name))
}

/**
 * Decides for each record of a CSV with these columns whether it is taken. A record whose time can't be read is a
 * `ContentError`: left out it would be lost, taken it might be there twice.
 */
export function createCutFilter(
  { column, from, to }: CsvCut,
  columns: readonly string[],
): (record: RecordBytes) => boolean {
  const index = columns.indexOf(column)
  if (index === -1 && columns.length > 0)
    throw new ContentError(`The records have no column ${column}, so they can’t be cut by time.`)
  // Records come in bursts: many in a row have the same second.
  let lastText = ''
  let lastTaken = false
  return (record) => {
    const text = index < record.fields ? readField(record, index) : ''
    if (text === lastText && text !== '') return lastTaken
    const at = toVonageInstant(text)
    if (at === null)
      throw new ContentError(`A record’s ${column} is no time, so it can’t be cut by it.`)
    lastText = text
    lastTaken = at >= from && at < to
    return lastTaken
  }
}
