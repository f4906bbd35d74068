import type { ReactNode } from 'react'
import { tableRoles } from '@/components/ui/table-roles'

/** Numbers of a chart to read, in a box that scrolls: names left, numbers right. */
export function NumberTable({
  label,
  head,
  rows,
}: {
  label: string
  head: readonly string[]
  rows: readonly { key: string; cells: readonly ReactNode[] }[]
}) {
  return (
    <section
      aria-label={`${label}, scrollable`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="h-full overflow-auto"
    >
      <table
        {...tableRoles.table}
        aria-label={label}
        className="w-full border-separate border-spacing-0 text-sm"
      >
        <thead {...tableRoles.group}>
          <tr {...tableRoles.row}>
            {head.map((name, index) => (
              <th
                key={name}
                {...tableRoles.header}
                scope="col"
                className={`sticky top-0 h-8 whitespace-nowrap border-line-strong border-b bg-surface px-2 font-medium text-ink-2 text-xs ${index === 0 ? 'text-left' : 'text-right'}`}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...tableRoles.group}>
          {rows.map(({ key, cells }) => (
            <tr key={key} {...tableRoles.row} className="hover:bg-hover">
              {cells.map((cell, index) => (
                <td
                  key={head[index]}
                  {...tableRoles.cell}
                  className={`h-8 border-line border-b px-2 ${index === 0 ? 'text-left' : 'figures whitespace-nowrap text-right'}`}
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
