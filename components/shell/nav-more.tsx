'use client'

import clsx from 'clsx'
import { Ellipsis } from 'lucide-react'
import { PageLink } from '@/components/ui/page-link'
import type { NavItem } from './nav-list'

/** The places that the bottom bar has no room for. A native disclosure: it opens without JavaScript, too. */
export function NavMore({
  items,
  isCurrent,
}: {
  items: readonly NavItem[]
  isCurrent: (item: NavItem) => boolean
}) {
  const current = items.some(isCurrent)
  return (
    <details
      className="group h-full"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.currentTarget.open = false
        event.currentTarget.querySelector('summary')?.focus()
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) event.currentTarget.open = false
      }}
    >
      <summary
        className={clsx(
          'flex h-full cursor-pointer list-none flex-col items-center justify-center gap-1 text-xs [&::-webkit-details-marker]:hidden',
          current ? 'font-medium text-accent-ink' : 'text-ink-2',
        )}
      >
        <Ellipsis aria-hidden className="size-5" />
        More
      </summary>
      <ul className="pop absolute right-2 bottom-full mb-2 grid min-w-44 p-1">
        {items.map((item) => (
          <li key={item.href}>
            <PageLink
              href={item.href}
              aria-current={isCurrent(item) ? 'page' : undefined}
              className="flex h-11 items-center gap-2.5 rounded-md px-2.5 aria-[current=page]:bg-pressed aria-[current=page]:font-medium [&_svg]:size-4 [&_svg]:text-ink-2"
            >
              {item.icon}
              {item.label}
            </PageLink>
          </li>
        ))}
      </ul>
    </details>
  )
}
