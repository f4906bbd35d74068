'use client'

import type { ReactTable, Row } from '@tanstack/react-table'
import clsx from 'clsx'
import { memo, type ReactNode } from 'react'
import type { Density } from '@/lib/schemas/preferences'
import { Checkbox } from './checkbox'
import type { CardPlace, dataTableFeatures } from './data-table-features'
import { tableRoles } from './table-roles'
import type { Selection } from './use-selection'

const cardPlaces: Record<CardPlace, string> = {
  title:
    'max-sm:order-1 max-sm:min-h-9 max-sm:min-w-0 max-sm:basis-full max-sm:content-center max-sm:pr-28',
  actions: 'max-sm:absolute max-sm:top-1.5 max-sm:-right-2',
  detail: 'max-sm:order-3 max-sm:text-sm max-sm:empty:hidden',
  hidden: 'max-sm:hidden',
}

type RowProps<T extends object> = {
  table: ReactTable<typeof dataTableFeatures, T>
  row: Row<typeof dataTableFeatures, T>
  /** Changes when the columns, or which of them are seen, do. */
  layout: object
  density: Density
}

export function DataTableRow<T extends object>({
  table,
  row,
  layout,
  density,
  lit,
  selection,
  name,
}: RowProps<T> & {
  lit: boolean
  selection?: Selection
  /** What the row’s box is called. */
  name: string
}) {
  const isSelected = selection?.ids.has(row.id) ?? false
  return (
    <tr
      {...tableRoles.row}
      data-row={row.id}
      className={clsx(
        'group/row hover:bg-hover max-sm:relative max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-3 max-sm:gap-y-0.5 max-sm:border-line max-sm:border-b max-sm:py-2.5 max-sm:hover:bg-transparent',
        lit && 'animate-settle',
        isSelected && 'bg-accent-soft hover:bg-accent-soft max-sm:bg-accent-soft',
        selection && 'max-sm:pl-8',
      )}
    >
      {selection && (
        <td
          {...tableRoles.cell}
          className={clsx(
            'max-sm:absolute max-sm:top-4 max-sm:left-1 sm:border-line sm:border-b sm:px-2 sm:pl-3',
            density === 'compact' ? 'sm:h-8' : 'sm:h-10',
          )}
        >
          <Checkbox
            label={`Select ${name}`}
            hideLabel
            checked={isSelected}
            onChange={({ nativeEvent }) =>
              selection.pick(row.id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
            }
          />
        </td>
      )}
      <RowCells table={table} row={row} layout={layout} density={density} />
    </tr>
  )
}

/** Drawn anew only when the row itself or the layout changed: a live table of fifty rows is otherwise redrawn at each look. */
const RowCells = memo(
  CellsOfRow,
  (before, after) =>
    before.row.original === after.row.original &&
    before.layout === after.layout &&
    before.density === after.density,
) as typeof CellsOfRow

function CellsOfRow<T extends object>({ table, row, density }: RowProps<T>): ReactNode {
  return row.getVisibleCells().map((cell) => {
    const meta = cell.column.columnDef.meta
    return (
      <td
        key={cell.id}
        {...tableRoles.cell}
        className={clsx(
          '**:data-figure:figures sm:border-line sm:border-b sm:px-2 sm:first:pl-3 sm:last:pr-3',
          density === 'compact' ? 'sm:h-8' : 'sm:h-10',
          meta?.align === 'right' && 'text-right tabular-nums',
          cardPlaces[meta?.card ?? 'detail'],
          meta?.className,
        )}
      >
        <table.FlexRender cell={cell} />
      </td>
    )
  })
}
