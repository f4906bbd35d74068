'use client'

import clsx from 'clsx'
import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { PageLink } from '@/components/ui/page-link'
import { Tooltip } from '../ui/tooltip'
import { NavMore } from './nav-more'

export type NavItem = { href: string; label: string; icon: ReactNode }

/** As many places as a narrow bottom bar holds beside “More” and the person. */
const inBar = 3

/** The places of the product: a column in the rail; a row in the bottom bar, which keeps the last ones under “More”. */
export function NavList({ items, collapsed }: { items: readonly NavItem[]; collapsed: boolean }) {
  const pathname = usePathname()
  const isCurrent = ({ href }: NavItem) => pathname === href || pathname.startsWith(`${href}/`)
  return (
    <nav aria-label="Main" className="flex-1">
      <ul className="flex gap-0.5 max-sm:h-full sm:flex-col">
        {items.map((item, index) => (
          <li key={item.href} className={index < inBar ? 'max-sm:flex-1' : 'max-sm:hidden'}>
            <NavLink item={item} collapsed={collapsed} current={isCurrent(item)} />
          </li>
        ))}
        <li className="sm:hidden max-sm:flex-1">
          <NavMore key={pathname} items={items.slice(inBar)} isCurrent={isCurrent} />
        </li>
      </ul>
    </nav>
  )
}

function NavLink({
  item,
  collapsed,
  current,
}: {
  item: NavItem
  collapsed: boolean
  current: boolean
}) {
  const link = (
    <PageLink
      href={item.href}
      aria-current={current ? 'page' : undefined}
      className={clsx(
        'flex items-center rounded-md text-ink-2 transition-colors duration-120 hover:text-ink [&_svg]:shrink-0',
        'max-sm:h-full max-sm:flex-col max-sm:justify-center max-sm:gap-1 max-sm:text-xs max-sm:[&_svg]:size-5',
        'sm:h-8 sm:gap-2.5 sm:px-2.5 sm:hover:bg-hover sm:[&_svg]:size-4 pointer-coarse:sm:h-11',
        'aria-[current=page]:font-medium aria-[current=page]:text-ink max-sm:aria-[current=page]:text-accent-ink sm:aria-[current=page]:bg-pressed sm:aria-[current=page]:[&_svg]:text-accent-ink',
      )}
    >
      {item.icon}
      <span className={clsx('truncate', collapsed ? 'sm:sr-only' : 'sm:max-lg:sr-only')}>
        {item.label}
      </span>
    </PageLink>
  )
  return (
    <Tooltip text={item.label} side="right">
      {link}
    </Tooltip>
  )
}
