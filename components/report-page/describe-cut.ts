import { formatDateTime } from '@/lib/format/date-time'
import type { ArchiveView } from '@/lib/schemas/views'

type Cut = Pick<ArchiveView, 'rows' | 'cutOff'>

/** How many rows came of a file that Vonage cut off, and up to which record. */
export function describeCut({ rows, cutOff }: Cut, timeZone: string): string {
  const came = `${rows.toLocaleString('en')} rows came`
  if (!cutOff) return `${came}; when their records are of could not be read.`
  const [first, last] = [cutOff.firstRecordAt, cutOff.lastRecordAt].map((at) =>
    formatDateTime(at, timeZone),
  )
  if (cutOff.order === 'ascending') return `${came}, up to a record of ${last}.`
  if (cutOff.order === 'descending')
    return `${came}, the newest first, back to a record of ${first}.`
  return `${came}, of records between ${first} and ${last} in no order of time, so any may be missing.`
}
