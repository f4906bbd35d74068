'use client'

import { type ReactElement, type ReactNode, useState } from 'react'
import { MenuPanel } from './menu-panel'
import { useOpener } from './use-opener'

/** A menu that a button opens. */
export function DropdownMenu({
  trigger,
  children,
  ...place
}: {
  /** The button that opens it. */
  trigger: ReactElement
  align?: 'start' | 'end'
  side?: 'top' | 'bottom'
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
