import type { RecordColumn } from '@/lib/schemas/dataset'
import { columnWidth } from './column-width'

/** The column of numbers, px: it opens a record. */
export const numberWidth = 72

export type LaidColumn = { column: RecordColumn; width: number; left: number }
export type GridLayout = { columns: LaidColumn[]; width: number }

/** Where each column stands, px from the left. */
export function layOutColumns(columns: readonly RecordColumn[]): GridLayout {
  let left = numberWidth
  const laid = columns.map((column) => {
    const width = columnWidth(column)
    const place = { column, width, left }
    left += width
    return place
  })
  return { columns: laid, width: left }
}
