'use client'

import clsx from 'clsx'
import { Check } from 'lucide-react'
import { type PointerEvent, type ReactNode, useContext } from 'react'
import { MenuContext } from './menu-context'
import { PageLink } from './page-link'

const itemClass =
  'flex min-h-8 w-full select-none items-center gap-2 rounded-md px-2 py-1 text-left outline-none focus:bg-hover pointer-coarse:min-h-11 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-2 forced-colors:focus:outline-2'

/** What keys and pointer share: one line of a menu is the current one, which has the focus. */
const item = {
  tabIndex: -1,
  onPointerMove: ({ currentTarget }: PointerEvent<HTMLElement>) =>
    currentTarget.focus({ preventScroll: true }),
}

/** A line of a menu that does something. */
export function MenuItem({
  icon,
  danger = false,
  className,
  onSelect,
  children,
}: {
  icon: ReactNode
  danger?: boolean
  className?: string
  onSelect: () => void
  children: ReactNode
}) {
  const close = useContext(MenuContext)
  return (
    <button
      {...item}
      type="button"
      role="menuitem"
      onClick={() => {
        close()
        onSelect()
      }}
      className={clsx(itemClass, danger && 'text-negative [&>svg]:text-negative', className)}
    >
      {icon}
      {children}
    </button>
  )
}

/** A line of a menu that leads somewhere, or downloads a file. */
export function MenuLink({
  href,
  icon,
  download = false,
  className,
  children,
}: {
  href: string
  icon: ReactNode
  download?: boolean
  className?: string
  children: ReactNode
}) {
  const close = useContext(MenuContext)
  const link = {
    ...item,
    href,
    role: 'menuitem',
    onClick: close,
    className: clsx(itemClass, className),
  }
  const content = (
    <>
      {icon}
      {children}
    </>
  )
  return download ? (
    <a {...link} download>
      {content}
    </a>
  ) : (
    <PageLink {...link}>{content}</PageLink>
  )
}

/** A choice that can be on or off. The menu stays open. */
export function MenuCheckboxItem({
  checked,
  onChange,
  children,
}: {
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
}) {
  return (
    <button
      {...item}
      type="button"
      role="menuitemcheckbox"
      aria-checked={checked}
      onClick={() => onChange(!checked)}
      className={itemClass}
    >
      <span className="flex flex-1 items-center gap-2">{children}</span>
      <Mark shown={checked} />
    </button>
  )
}

/** One of several, marked when chosen. The menu stays open. */
export function MenuRadioItem({
  checked,
  onChoose,
  children,
}: {
  checked: boolean
  onChoose: () => void
  children: ReactNode
}) {
  return (
    <button
      {...item}
      type="button"
      role="menuitemradio"
      aria-checked={checked}
      onClick={onChoose}
      className={itemClass}
    >
      <span className="flex flex-1 items-center gap-2 [&>svg]:size-4 [&>svg]:text-ink-2">
        {children}
      </span>
      <Mark shown={checked} />
    </button>
  )
}

function Mark({ shown }: { shown: boolean }) {
  return <Check aria-hidden className={clsx('text-accent-ink!', !shown && 'invisible')} />
}

/** Items that belong together, under a name. */
export function MenuGroup({ name, children }: { name: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset can't stand inside a menu
    <div role="group" aria-label={name}>
      <div aria-hidden className="px-2 pt-1.5 pb-1 text-ink-2 text-xs">
        {name}
      </div>
      {children}
    </div>
  )
}

export function MenuSeparator() {
  return <hr className="-mx-1 my-1 border-line" />
}
