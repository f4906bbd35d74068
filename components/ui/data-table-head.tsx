'use client'

import type { ReactTable } from '@tanstack/react-table'
import clsx from 'clsx'
import type { Density } from './data-table'
import type { dataTableFeatures } from './data-table-features'
import { tableRoles } from './table-roles'

/** Sticks under the page's top line; on narrow screens it is there for assistive technology only. */
export function DataTableHead<T extends object>({
  table,
  density,
}: {
  table: ReactTable<typeof dataTableFeatures, T>
  density: Density
}) {
  return (
    <thead {...tableRoles.group} className="max-sm:sr-only">
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id} {...tableRoles.row}>
          {group.headers.map((header) => {
            const meta = header.column.columnDef.meta
            return (
              <th
                key={header.id}
                {...tableRoles.header}
                scope="col"
                className={clsx(
                  'sticky top-(--page-top,0px) z-10 border-line-strong border-b bg-surface px-2 font-medium text-ink-2 text-xs first:pl-3 last:pr-3',
                  density === 'compact' ? 'h-8' : 'h-9',
                  meta?.align === 'right' && 'text-right',
                  meta?.className,
                )}
              >
                <span className={clsx(meta?.hideHeader && 'sr-only')}>
                  <table.FlexRender header={header} />
                </span>
              </th>
            )
          })}
        </tr>
      ))}
    </thead>
  )
}
