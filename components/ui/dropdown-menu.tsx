'use client'

import {
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react'
import { FloatingPanel } from './floating-panel'
import { handleMenuKey, listMenuItems } from './handle-menu-key'
import { MenuContext } from './menu-context'
import { useOpener } from './use-opener'

const typingPause = 700

type Place = { align?: 'start' | 'end'; side?: 'top' | 'bottom' }

/** A menu after the ARIA pattern. Its items are those of menu-items.tsx. */
export function DropdownMenu({
  trigger,
  children,
  ...place
}: Place & {
  /** The button that opens it. */
  trigger: ReactElement
  children: ReactNode
}) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      {useOpener(trigger, 'menu', isOpen, setOpen)}
      {isOpen && (
        <MenuPanel {...place} onClose={() => setOpen(false)}>
          {children}
        </MenuPanel>
      )}
    </>
  )
}

function MenuPanel({
  align = 'end',
  side,
  onClose,
  children,
}: Place & { onClose: () => void; children: ReactNode }) {
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
      align={align}
      side={side}
      onClose={onClose}
      className="max-h-[calc(100dvh-1rem)] min-w-44 max-w-[calc(100vw-1rem)] overflow-y-auto"
    >
      <MenuContext value={close}>
        <div ref={menu} role="menu" tabIndex={-1} onKeyDown={press} className="p-1 outline-none">
          {children}
        </div>
      </MenuContext>
    </FloatingPanel>
  )
}
