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
    'max-md:order-1 max-md:min-h-9 max-md:min-w-0 max-md:basis-full max-md:content-center max-md:pr-28',
  // As high as the title, whose middle theirs is.
  actions:
    'max-md:absolute max-md:top-2.5 max-md:-right-2 max-md:flex max-md:h-9 max-md:items-center',
  detail: 'max-md:order-3 max-md:text-sm max-md:empty:hidden',
  hidden: 'max-md:hidden',
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
        'group/row hover:bg-hover max-md:relative max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-3 max-md:gap-y-0.5 max-md:border-line max-md:border-b max-md:py-2.5 max-md:hover:bg-transparent',
        lit && 'animate-settle',
        isSelected && 'bg-accent-soft hover:bg-accent-soft max-md:bg-accent-soft',
        selection && 'max-md:pl-8',
      )}
    >
      {selection && (
        <td
          {...tableRoles.cell}
          className={clsx(
            'max-md:absolute max-md:top-4 max-md:left-1 md:border-line md:border-b md:px-2 md:pl-3',
            density === 'compact' ? 'md:h-8' : 'md:h-10',
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
          '**:data-figure:figures md:border-line md:border-b md:px-2 md:first:pl-3 md:last:pr-3',
          density === 'compact' ? 'md:h-8' : 'md:h-10',
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
