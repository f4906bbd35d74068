import { tableRoles } from '@/components/ui/table-roles'
import type { LookupRows } from '@/lib/schemas/record-lookup'

const cell = 'h-8 max-w-96 truncate border-line border-b px-2.5 whitespace-nowrap first:pl-3'

/** Records with all their columns, as Vonage names and writes them. It scrolls by itself, both ways, under its header. */
export function RecordTable({ rows: { columns, rows, from } }: { rows: LookupRows }) {
  return (
    <section
      aria-label="Records, scrollable"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      className="relative max-h-[70dvh] overflow-auto rounded-lg border border-line bg-surface"
    >
      <table
        {...tableRoles.table}
        aria-label="Records"
        className="w-full border-separate border-spacing-0 text-left text-sm"
      >
        <thead {...tableRoles.group}>
          <tr {...tableRoles.row}>
            <HeadCell>#</HeadCell>
            {columns.map((column) => (
              <HeadCell key={column}>{column}</HeadCell>
            ))}
          </tr>
        </thead>
        <tbody {...tableRoles.group}>
          {rows.map((row, index) => (
            <tr key={row.id ?? from + index} {...tableRoles.row} className="hover:bg-hover">
              <td {...tableRoles.cell} className={`${cell} figures text-ink-2`}>
                {from + index + 1}
              </td>
              {columns.map((column) => (
                <td key={column} {...tableRoles.cell} className={`${cell} figures`}>
                  {row[column] === null ? (
                    <span className="sr-only">empty</span>
                  ) : (
                    <span title={row[column]}>{row[column]}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function HeadCell({ children }: { children: string }) {
  return (
    <th
      {...tableRoles.header}
      scope="col"
      className="sticky top-0 z-10 h-9 whitespace-nowrap border-line-strong border-b bg-surface px-2.5 font-medium text-ink-2 text-xs first:pl-3"
    >
      {children}
    </th>
  )
}
