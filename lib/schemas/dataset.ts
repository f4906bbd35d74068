import { z } from 'zod'
import { columnTypes } from '@/lib/catalogue/column-kinds'
import type { ProductCode } from '@/lib/catalogue/products'
import type { Problem } from './views'

/**
 * A column of a prepared dataset. `place` is its number in the file, which is all that a query says of it: names are
 * Vonage's, and never part of SQL.
 */
export const datasetColumnSchema = z.object({
  /** Unique in the dataset: the name, or for a name that is there twice “price (2)”. */
  key: z.string(),
  /** As in the header. */
  name: z.string(),
  type: z.enum(columnTypes),
  place: z.int().min(0),
  /** How many values are not of the type. They are kept as text beside it. */
  misfits: z.int().min(0),
})
export type DatasetColumn = z.infer<typeof datasetColumnSchema>

/** How a dataset stands: `preparing` may go on while an earlier one can still be read. */
export type DatasetState = 'waiting' | 'preparing' | 'ready' | 'failed' | 'gone'

/** A column as a person sees it. */
export type RecordColumn = Pick<DatasetColumn, 'key' | 'name' | 'type' | 'misfits'> & {
  /** The values are masked, so the column can't be filtered, searched or sorted by. */
  isMasked: boolean
}

/** The records of one product of a report. */
export type DatasetView = {
  product: ProductCode
  state: DatasetState
  /** There is something to read. */
  isReadable: boolean
  /** Records that can be read. */
  rows: number
  /** Records that the archived files have, of those that are taken. Another number than `rows` is a fault, and shown. */
  rowsIn: number
  /** Files that are read, and those that are missing. */
  files: number
  missing: number
  bytes: number
  /** When it was prepared, ISO. */
  preparedAt: string | null
  problem: Problem | null
  columns: RecordColumn[]
}
