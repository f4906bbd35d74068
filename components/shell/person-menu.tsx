'use client'

import clsx from 'clsx'
import { LogOut, Settings } from 'lucide-react'
import { paths } from '@/lib/paths'
import type { Role } from '@/lib/schemas/rights'
import { DropdownMenu } from '../ui/dropdown-menu'
import { MenuItem, MenuLink, MenuSeparator } from '../ui/menu-items'
import { type ChangeTheme, ThemeChoice } from './theme-choice'

export type Person = { name: string; email: string; role: Role }

/** The person at the foot of the rail: settings, theme, sign-out. */
export function PersonMenu({
  user,
  collapsed,
  onChangeTheme,
  onSignOut,
}: {
  user: Person
  collapsed: boolean
  onChangeTheme: ChangeTheme
  onSignOut: () => void | Promise<void>
}) {
  const trigger = (
    <button
      type="button"
      className={clsx(
        'flex items-center gap-2.5 rounded-md text-left transition-colors duration-120 hover:bg-hover aria-expanded:bg-pressed',
        'max-sm:w-20 max-sm:flex-col max-sm:justify-center max-sm:gap-1 max-sm:text-ink-2 max-sm:text-xs sm:p-1.5',
      )}
    >
      <span
        aria-hidden
        className="grid size-6 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-[0.6875rem] text-accent-ink max-sm:size-5"
      >
        {initials(user.name)}
      </span>
      <span
        className={clsx('grid min-w-0 sm:flex-1', collapsed ? 'sm:sr-only' : 'sm:max-lg:sr-only')}
      >
        <span className="truncate sm:font-medium">
          <span aria-hidden className="sm:hidden">
            You
          </span>
          <span className="max-sm:sr-only">{user.name}</span>
        </span>
        <span className="truncate text-ink-2 text-xs capitalize max-sm:hidden">{user.role}</span>
      </span>
    </button>
  )
  return (
    <DropdownMenu trigger={trigger} align="start" side="top">
      <div className="grid px-2 py-1.5">
        <span className="truncate font-medium">{user.name}</span>
        <span className="truncate text-ink-2 text-xs">{user.email}</span>
      </div>
      <MenuSeparator />
      <ThemeChoice onChangeTheme={onChangeTheme} />
      <MenuSeparator />
      <MenuLink href={paths.settings} icon={<Settings aria-hidden />}>
        Settings
      </MenuLink>
      <MenuItem icon={<LogOut aria-hidden />} onSelect={() => void onSignOut()}>
        Sign out
      </MenuItem>
    </DropdownMenu>
  )
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]]
  return letters.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('')
}
