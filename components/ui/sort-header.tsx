import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import type { SortLink } from './data-table'

/** The head of a column that sorts; `aria-sort` on its cell says how. */
export function SortHeader({
  href,
  onClick,
  direction,
  children,
}: SortLink & { children: ReactNode }) {
  const Arrow = direction === 'ascending' ? ArrowUp : ArrowDown
  return (
    <a
      href={href}
      onClick={onClick}
      className="group/sort -mx-1 inline-flex items-center gap-1 rounded-sm px-1 hover:text-ink"
    >
      {children}
      <Arrow
        aria-hidden
        className={
          direction
            ? 'size-3 text-accent-ink'
            : 'size-3 opacity-0 group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60'
        }
      />
    </a>
  )
}
