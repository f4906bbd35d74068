'use client'

import type { ReactTable, Row } from '@tanstack/react-table'
import clsx from 'clsx'
import type { Density } from './data-table'
import type { CardPlace, dataTableFeatures } from './data-table-features'
import { tableRoles } from './table-roles'

const cardPlaces: Record<CardPlace, string> = {
  title: 'max-sm:order-1 max-sm:min-w-0 max-sm:basis-[calc(100%-6rem)] max-sm:grow',
  actions: 'max-sm:order-2 max-sm:ml-auto',
  detail: 'max-sm:order-3 max-sm:text-sm',
  hidden: 'max-sm:hidden',
}

export function DataTableRow<T extends object>({
  table,
  row,
  density,
  lit,
}: {
  table: ReactTable<typeof dataTableFeatures, T>
  row: Row<typeof dataTableFeatures, T>
  density: Density
  lit: boolean
}) {
  return (
    <tr
      {...tableRoles.row}
      className={clsx(
        'group/row hover:bg-hover max-sm:flex max-sm:flex-wrap max-sm:items-center max-sm:gap-x-3 max-sm:gap-y-0.5 max-sm:border-line max-sm:border-b max-sm:px-4 max-sm:py-2.5',
        lit && 'animate-settle',
      )}
    >
      {row.getVisibleCells().map((cell) => {
        const meta = cell.column.columnDef.meta
        return (
          <td
            key={cell.id}
            {...tableRoles.cell}
            className={clsx(
              'sm:border-line sm:border-b sm:px-2 sm:first:pl-3 sm:last:pr-3',
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
