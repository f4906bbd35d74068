'use client'

import { useEffect, useEffectEvent } from 'react'

/**
 * Runs on a single key, unless a person is typing or a dialog is open.
 *
 * @param key as in `KeyboardEvent.key`
 * @param onKey what to do
 */
export function useShortcut(key: string, onKey: () => void): void {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== key || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.defaultPrevented || isTyping(event.target)) return
    if (document.querySelector('dialog:modal, [role="menu"], [role="dialog"]')) return
    event.preventDefault()
    onKey()
  })
  useEffect(() => {
    document.addEventListener('keydown', handle)
    return () => document.removeEventListener('keydown', handle)
  }, [])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select'))
  )
}
