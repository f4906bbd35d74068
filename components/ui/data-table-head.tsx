'use client'

import type { ReactTable } from '@tanstack/react-table'
import clsx from 'clsx'
import type { Density } from '@/lib/schemas/preferences'
import { Checkbox } from './checkbox'
import type { SortLink } from './data-table'
import type { dataTableFeatures } from './data-table-features'
import { SortHeader } from './sort-header'
import { tableRoles } from './table-roles'
import type { Selection } from './use-selection'

/** Sticks under the page's top line; on narrow screens it is there for assistive technology only. */
export function DataTableHead<T extends object>({
  table,
  density,
  selection,
  sorting,
}: {
  table: ReactTable<typeof dataTableFeatures, T>
  density: Density
  selection?: Selection
  sorting?: Readonly<Record<string, SortLink>>
}) {
  const rows = table.getRowModel().rows.length
  const cellClass = clsx(
    'sticky top-(--page-top,0px) z-10 border-line-strong border-b bg-surface px-2 font-medium text-ink-2 text-xs first:pl-3 last:pr-3',
    density === 'compact' ? 'h-8' : 'h-9',
  )
  return (
    <thead {...tableRoles.group} className="max-md:sr-only">
      {table.getHeaderGroups().map((group) => (
        <tr key={group.id} {...tableRoles.row}>
          {selection && (
            <th {...tableRoles.header} scope="col" className={clsx(cellClass, 'w-8')}>
              <Checkbox
                label="Select all on this page"
                hideLabel
                checked={rows > 0 && selection.ids.size === rows}
                indeterminate={selection.ids.size > 0 && selection.ids.size < rows}
                onChange={({ target }) => selection.pickAll(target.checked)}
              />
            </th>
          )}
          {group.headers.map((header) => {
            const meta = header.column.columnDef.meta
            const sort = sorting?.[header.column.id]
            return (
              <th
                key={header.id}
                {...tableRoles.header}
                scope="col"
                aria-sort={sort ? (sort.direction ?? 'none') : undefined}
                className={clsx(
                  cellClass,
                  meta?.align === 'right' && 'text-right',
                  meta?.className,
                )}
              >
                {sort ? (
                  <SortHeader {...sort}>
                    <table.FlexRender header={header} />
                  </SortHeader>
                ) : (
                  <span className={clsx(meta?.hideHeader && 'sr-only')}>
                    <table.FlexRender header={header} />
                  </span>
                )}
              </th>
            )
          })}
        </tr>
      ))}
    </thead>
  )
}
