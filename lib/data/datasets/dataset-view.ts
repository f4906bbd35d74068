import { z } from 'zod'
import type { ProductCode } from '@/lib/catalogue/products'
import type { Prisma } from '@/lib/db/generated/client'
import { type DatasetColumn, type DatasetState, datasetColumnSchema } from '@/lib/schemas/dataset'
import type { Problem } from '@/lib/schemas/views'

export const datasetSelect = {
  id: true,
  product: true,
  state: true,
  file: true,
  bytes: true,
  rowsIn: true,
  rows: true,
  files: true,
  missing: true,
  columns: true,
  problem: true,
  preparedAt: true,
  leaseUntil: true,
  dueAt: true,
} satisfies Prisma.DatasetSelect

type Row = Prisma.DatasetGetPayload<{ select: typeof datasetSelect }>

/** A prepared dataset, with what only the server needs to know of it. */
export type StoredDataset = {
  id: string
  product: ProductCode
  state: DatasetState
  /** Below DATA_DIR/datasets; null where there are no records to read. */
  file: string | null
  bytes: number
  rowsIn: number
  rows: number
  files: number
  missing: number
  columns: DatasetColumn[]
  problem: Problem | null
  preparedAt: string | null
}

export function toStoredDataset(row: Row, now: Date): StoredDataset {
  const isPreparing = row.leaseUntil !== null && row.leaseUntil > now
  return {
    id: row.id,
    product: row.product as ProductCode,
    state: isPreparing ? 'preparing' : row.dueAt ? 'waiting' : (row.state as DatasetState),
    file: row.file,
    bytes: Number(row.bytes),
    rowsIn: Number(row.rowsIn),
    rows: row.file ? Number(row.rows) : 0,
    files: row.files,
    missing: row.missing,
    columns: z.array(datasetColumnSchema).parse(row.columns),
    problem: row.problem as Problem | null,
    preparedAt: row.preparedAt?.toISOString() ?? null,
  }
}
