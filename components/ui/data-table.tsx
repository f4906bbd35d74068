'use client'

import { type ColumnDef, type ColumnVisibilityState, useTable } from '@tanstack/react-table'
import clsx from 'clsx'
import { type MouseEvent, type ReactNode, useMemo, useRef } from 'react'
import type { Density } from '@/lib/schemas/preferences'
import { Callout } from './callout'
import { dataTableFeatures } from './data-table-features'
import { DataTableHead } from './data-table-head'
import { DataTableRow } from './data-table-row'
import { DataTableSkeleton } from './data-table-skeleton'
import { useDensity } from './density-context'
import { tableRoles } from './table-roles'
import { useRowKeys } from './use-row-keys'
import type { Selection } from './use-selection'

type Row = object

export type SortLink = {
  href: string
  onClick: (event: MouseEvent) => void
  /** How the rows are sorted by this column now; null: by another. */
  direction: 'ascending' | 'descending' | null
}

/**
 * A ledger of rows: sticky header, loading, empty and error states, cards on narrow screens. The
 * table keeps its semantics as cards; nothing is rendered twice.
 */
export function DataTable<T extends Row>({
  label,
  columns,
  rows,
  getRowId,
  density: ownDensity,
  isLoading = false,
  error,
  empty,
  columnVisibility,
  isRowLit,
  selection,
  nameRow,
  sorting,
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
  /** Lets rows be selected, by boxes and by keys. */
  selection?: Selection
  /** What a row’s box is called. */
  nameRow?: (row: T) => string
  /** Links in the heads of the columns that the rows can be sorted by, by column. */
  sorting?: Readonly<Record<string, SortLink>>
  /** Paging. */
  footer?: ReactNode
}) {
  const personDensity = useDensity()
  const density = ownDensity ?? personDensity
  const element = useRef<HTMLTableElement>(null)
  useRowKeys(element, { onPick: selection?.pick, onEscape: selection?.clear })
  const table = useTable({
    features: dataTableFeatures,
    columns,
    data: rows as T[],
    getRowId,
    state: columnVisibility ? { columnVisibility } : undefined,
  })
  const layout = useMemo(() => ({ columns, columnVisibility }), [columns, columnVisibility])
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
        ref={element}
        aria-label={label}
        aria-busy={isLoading || undefined}
        className={clsx(
          'w-full border-separate border-spacing-0 text-left max-md:block',
          density === 'compact' && 'text-sm',
        )}
      >
        <DataTableHead table={table} density={density} selection={selection} sorting={sorting} />
        <tbody {...tableRoles.group} className="max-md:block">
          {isBlank ? (
            <DataTableSkeleton
              columns={table.getVisibleLeafColumns().length + (selection ? 1 : 0)}
              density={density}
            />
          ) : (
            body.map((row) => (
              <DataTableRow
                key={row.id}
                table={table}
                row={row}
                layout={layout}
                density={density}
                lit={isRowLit?.(row.original) ?? false}
                selection={selection}
                name={nameRow?.(row.original) ?? ''}
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
