'use client'

import clsx from 'clsx'
import { PanelLeftClose, PanelLeftOpen } from 'lucide-react'
import { PageLink } from '@/components/ui/page-link'
import { paths } from '@/lib/paths'
import { IconButton } from '../ui/icon-button'
import { ProductMark } from './product-mark'

/** The product's name and the rail's own switch; absent on narrow screens. */
export function RailHead({ collapsed, onToggle }: { collapsed: boolean; onToggle: () => void }) {
  return (
    <div className={clsx('flex items-center gap-1 max-sm:hidden', collapsed && 'flex-col')}>
      <PageLink
        href={paths.reports}
        className={clsx('flex items-center gap-2 rounded-md p-1.5', !collapsed && 'flex-1')}
      >
        <ProductMark className="size-6" />
        <span className={clsx('truncate font-semibold', collapsed ? 'sr-only' : 'max-lg:sr-only')}>
          Reports Dashboard
        </span>
      </PageLink>
      <IconButton
        name={collapsed ? 'Widen the menu' : 'Narrow the menu'}
        icon={collapsed ? <PanelLeftOpen /> : <PanelLeftClose />}
        size="sm"
        aria-expanded={!collapsed}
        onClick={onToggle}
        // In a narrow window the rail is narrow anyway.
        className="max-lg:hidden"
      />
    </div>
  )
}
