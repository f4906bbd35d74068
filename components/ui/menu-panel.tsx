'use client'

import clsx from 'clsx'
import { type ComponentProps, type KeyboardEvent, useEffect, useRef } from 'react'
import { FloatingPanel } from './floating-panel'
import { handleMenuKey, listMenuItems } from './handle-menu-key'
import { MenuContext } from './menu-context'

const typingPause = 700

/** An open menu after the ARIA pattern. Its items are those of menu-items.tsx; the first one takes the focus. */
export function MenuPanel({
  align = 'end',
  className,
  children,
  'aria-label': label,
  ...rest
}: Omit<ComponentProps<typeof FloatingPanel>, 'popover'>) {
  const menu = useRef<HTMLDivElement>(null)
  const typing = useRef({ text: '', at: 0 })
  // The platform gives the focus back at once: a dialog that an item opens gives it back there in turn.
  const close = () => menu.current?.closest<HTMLElement>('[popover]')?.hidePopover()

  useEffect(() => {
    if (menu.current) (listMenuItems(menu.current)[0] ?? menu.current).focus()
  }, [])

  function press(event: KeyboardEvent<HTMLDivElement>) {
    const { key, ctrlKey, metaKey, altKey, timeStamp } = event
    if (ctrlKey || metaKey || altKey) return
    if (key === 'Tab') return close()
    const { text, at } = typing.current
    const before = timeStamp - at < typingPause ? text : ''
    const isTyped = key.length === 1 && (key !== ' ' || before !== '')
    const typed = isTyped ? before + key.toLowerCase() : ''
    typing.current = { text: typed, at: timeStamp }
    if (handleMenuKey(event.currentTarget, key, typed) || isTyped) event.preventDefault()
  }

  return (
    <FloatingPanel
      {...rest}
      align={align}
      className={clsx(
        'max-h-[calc(100dvh-1rem)] min-w-44 max-w-[calc(100vw-1rem)] overflow-y-auto',
        className,
      )}
    >
      <MenuContext value={close}>
        <div
          ref={menu}
          role="menu"
          aria-label={label}
          tabIndex={-1}
          onKeyDown={press}
          className="p-1 outline-none"
        >
          {children}
        </div>
      </MenuContext>
    </FloatingPanel>
  )
}
