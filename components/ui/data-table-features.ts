import { columnVisibilityFeature, createColumnHelper, tableFeatures } from '@tanstack/react-table'

/** Where a column goes when rows become cards on narrow screens. */
export type CardPlace = 'title' | 'actions' | 'detail' | 'hidden'

export type DataColumnMeta = {
  /** Numbers stand right, text left. */
  align?: 'right'
  card?: CardPlace
  /** Class of header and cells; widths mostly. */
  className?: string
  /** Keeps the header's words for assistive technology only. */
  hideHeader?: boolean
}

export const dataTableFeatures = tableFeatures({
  columnVisibilityFeature,
  columnMeta: {} as DataColumnMeta,
})

/** Columns of a DataTable: `const helper = dataColumnHelper<Row>()`. Keep them at module scope. */
export function dataColumnHelper<Row extends object>() {
  return createColumnHelper<typeof dataTableFeatures, Row>()
}
