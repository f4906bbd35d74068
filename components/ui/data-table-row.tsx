'use client'

import type { ReactTable, Row } from '@tanstack/react-table'
import clsx from 'clsx'
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

export function DataTableRow<T extends object>({
  table,
  row,
  density,
  lit,
  selection,
  name,
}: {
  table: ReactTable<typeof dataTableFeatures, T>
  row: Row<typeof dataTableFeatures, T>
  density: Density
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
      {row.getVisibleCells().map((cell) => {
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
      })}
    </tr>
  )
}
