'use client'

import { cloneElement, type KeyboardEvent, type ReactElement, useRef } from 'react'

type Opener = ReactElement<{
  'aria-haspopup'?: 'menu' | 'dialog'
  'aria-expanded'?: boolean
  onPointerDown?: () => void
  onClick?: () => void
  onKeyDown?: (event: KeyboardEvent) => void
}>

/** Makes a button open and close a panel, by a click and, where it is a menu, by the arrows. */
export function useOpener(
  trigger: ReactElement,
  what: 'menu' | 'dialog',
  isOpen: boolean,
  setOpen: (isOpen: boolean) => void,
): ReactElement {
  // A click on the button closes the panel before the button hears of it.
  const wasOpen = useRef(false)
  return cloneElement(trigger as Opener, {
    'aria-haspopup': what,
    'aria-expanded': isOpen,
    onPointerDown: () => {
      wasOpen.current = isOpen
    },
    onClick: () => {
      setOpen(!wasOpen.current)
      wasOpen.current = false
    },
    onKeyDown: (event) => {
      if (what !== 'menu' || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
      event.preventDefault()
      setOpen(true)
    },
  })
}
