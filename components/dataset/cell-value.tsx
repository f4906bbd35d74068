import { DateTime } from '@/components/format/date-time'
import type { RecordColumn } from '@/lib/schemas/dataset'

const isoTime = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/

/** A value as a person reads it: times on the reader’s clock, numbers and texts exactly as they came. */
export function CellValue({ column, value }: { column: RecordColumn; value: string | null }) {
  if (value === null) return <span className="sr-only">empty</span>
  if (column.type === 'time' && isoTime.test(value)) return <DateTime value={value} form="exact" />
  return value
}
