'use client'

import { type ColumnDef, type ColumnVisibilityState, useTable } from '@tanstack/react-table'
import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Callout } from './callout'
import { dataTableFeatures } from './data-table-features'
import { DataTableHead } from './data-table-head'
import { DataTableRow } from './data-table-row'
import { DataTableSkeleton } from './data-table-skeleton'
import { tableRoles } from './table-roles'

export type Density = 'comfortable' | 'compact'

type Row = object

/**
 * A ledger of rows: sticky header, loading, empty and error states, cards on narrow screens. The
 * table keeps its semantics as cards; nothing is rendered twice.
 */
export function DataTable<T extends Row>({
  label,
  columns,
  rows,
  getRowId,
  density = 'comfortable',
  isLoading = false,
  error,
  empty,
  columnVisibility,
  isRowLit,
  footer,
}: {
  /** The table's accessible name. */
  label: string
  // biome-ignore lint/suspicious/noExplicitAny: columns of one table hold values of many types
  columns: ColumnDef<typeof dataTableFeatures, T, any>[]
  /** Keep the reference stable between renders. */
  rows: readonly T[]
  getRowId: (row: T) => string
  density?: Density
  isLoading?: boolean
  /** What went wrong when the rows could not be fetched; rows that are there stay. */
  error?: { title: string; text?: ReactNode; action?: ReactNode }
  /** Shown when there is not one row. */
  empty: ReactNode
  columnVisibility?: ColumnVisibilityState
  /** A row that changed for the better lights up once. */
  isRowLit?: (row: T) => boolean
  /** Paging. */
  footer?: ReactNode
}) {
  const table = useTable({
    features: dataTableFeatures,
    columns,
    data: rows as T[],
    getRowId,
    state: columnVisibility ? { columnVisibility } : undefined,
  })
  const body = table.getRowModel().rows
  const isBlank = body.length === 0

  if (isBlank && !isLoading) {
    return error ? (
      <Callout kind="error" title={error.title} action={error.action} live>
        {error.text}
      </Callout>
    ) : (
      empty
    )
  }

  return (
    <div className="grid min-w-0 grid-cols-1 gap-3">
      {error && (
        <Callout kind="warning" title={error.title} action={error.action} live>
          {error.text}
        </Callout>
      )}
      <table
        {...tableRoles.table}
        aria-label={label}
        aria-busy={isLoading || undefined}
        className={clsx(
          'w-full border-separate border-spacing-0 text-left max-sm:block',
          density === 'compact' && 'text-sm',
        )}
      >
        <DataTableHead table={table} density={density} />
        <tbody {...tableRoles.group} className="max-sm:block">
          {isBlank ? (
            <DataTableSkeleton columns={table.getVisibleLeafColumns().length} density={density} />
          ) : (
            body.map((row) => (
              <DataTableRow
                key={row.id}
                table={table}
                row={row}
                density={density}
                lit={isRowLit?.(row.original) ?? false}
              />
            ))
          )}
        </tbody>
      </table>
      {isLoading && isBlank && (
        <p role="status" className="sr-only">
          Loading
        </p>
      )}
      {footer}
    </div>
  )
}
