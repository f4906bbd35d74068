import clsx from 'clsx'
import type { Density } from '@/lib/schemas/preferences'
import { Skeleton } from './skeleton'

const rows = ['a', 'b', 'c', 'd', 'e', 'f']
const widths = ['w-3/4', 'w-1/2', 'w-2/3', 'w-1/3']

/** Rows of the height that the real ones will have, so that nothing jumps. */
export function DataTableSkeleton({ columns, density }: { columns: number; density: Density }) {
  return rows.map((row, index) => (
    <tr key={row} aria-hidden className="max-md:flex max-md:flex-col max-md:gap-2 max-md:py-3">
      {Array.from({ length: columns }, (_, column) => (
        <td
          // biome-ignore lint/suspicious/noArrayIndexKey: placeholders have no other identity
          key={column}
          className={clsx(
            'border-line md:border-b md:px-2 md:first:pl-3',
            density === 'compact' ? 'md:h-8' : 'md:h-10',
            column > 1 && 'max-md:hidden',
          )}
        >
          <Skeleton className={widths[(index + column) % widths.length]} />
        </td>
      ))}
    </tr>
  ))
}
