import clsx from 'clsx'
import type { Density } from '@/lib/schemas/preferences'
import { Skeleton } from './skeleton'

const rows = ['a', 'b', 'c', 'd', 'e', 'f']
const widths = ['w-3/4', 'w-1/2', 'w-2/3', 'w-1/3']

/** Rows of the height that the real ones will have, so that nothing jumps. */
export function DataTableSkeleton({ columns, density }: { columns: number; density: Density }) {
  return rows.map((row, index) => (
    <tr key={row} aria-hidden className="max-sm:flex max-sm:flex-col max-sm:gap-2 max-sm:py-3">
      {Array.from({ length: columns }, (_, column) => (
        <td
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other identity
          key={column}
          className={clsx(
            'border-line sm:border-b sm:px-2 sm:first:pl-3',
            density === 'compact' ? 'sm:h-8' : 'sm:h-10',
            column > 1 && 'max-sm:hidden',
          )}
        >
          <Skeleton className={widths[(index + column) % widths.length]} />
        </td>
      ))}
    </tr>
  ))
}
