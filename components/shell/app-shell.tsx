'use client'

import clsx from 'clsx'
import { type ReactNode, useState } from 'react'
import { remember } from '@/components/browser/remember'
import { hasRight } from '@/lib/schemas/rights'
import type { Theme } from '@/lib/schemas/theme'
import { TooltipLayer } from '../ui/tooltip-layer'
import { CommandPalette } from './command-palette'
import { KeepTheme } from './keep-theme'
import { type NavItem, NavList } from './nav-list'
import { type Person, PersonMenu } from './person-menu'
import { railCollapsed, railCookie } from './rail-cookie'
import { RailHead } from './rail-head'
import { Shortcuts } from './shortcuts'
import type { ChangeTheme } from './theme-choice'

/** The frame of every signed-in page: rail (a bar below on narrow screens), global state, page. */
export function AppShell({
  user,
  nav,
  theme,
  collapsed: startsCollapsed = false,
  notice,
  onChangeTheme,
  onSignOut,
  children,
}: {
  user: Person
  nav: readonly NavItem[]
  theme: Theme
  /** From the rail cookie. */
  collapsed?: boolean
  /** A GlobalNotice when something is wrong for all pages. */
  notice?: ReactNode
  onChangeTheme: ChangeTheme
  onSignOut: () => void | Promise<void>
  children: ReactNode
}) {
  const [collapsed, setCollapsed] = useState(startsCollapsed)

  function toggle() {
    const next = !collapsed
    setCollapsed(next)
    remember(railCookie, next ? railCollapsed : '')
  }

  return (
    <div
      className={clsx(
        'min-h-dvh sm:grid sm:transition-[grid-template-columns] sm:duration-150',
        'sm:grid-cols-[3.5rem_minmax(0,1fr)]',
        !collapsed && 'lg:grid-cols-[14rem_minmax(0,1fr)]',
      )}
    >
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 rounded-md bg-accent px-3 py-2 font-medium text-on-accent not-focus:sr-only"
      >
        Skip to content
      </a>
      <header className="z-30 flex bg-canvas max-sm:fixed max-sm:inset-x-0 max-sm:bottom-0 max-sm:h-14 max-sm:border-line-strong max-sm:border-t max-sm:pb-[env(safe-area-inset-bottom)] max-sm:box-content sm:sticky sm:top-0 sm:h-dvh sm:flex-col sm:gap-4 sm:overflow-hidden sm:p-2.5">
        <RailHead collapsed={collapsed} onToggle={toggle} />
        <NavList items={nav} collapsed={collapsed} />
        <PersonMenu
          user={user}
          collapsed={collapsed}
          onChangeTheme={onChangeTheme}
          onSignOut={onSignOut}
        />
      </header>
      <div className="flex min-h-dvh min-w-0 flex-col bg-surface max-sm:pb-16 sm:border-line sm:border-l">
        {notice}
        <main id="main" tabIndex={-1} className="min-w-0 flex-1 outline-none [--page-top:3.5rem]">
          {children}
          <TooltipLayer />
        </main>
      </div>
      <KeepTheme theme={theme} />
      <Shortcuts />
      <CommandPalette nav={nav} canCreate={hasRight(user.role, 'reports.create')} />
    </div>
  )
}
