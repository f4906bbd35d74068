'use client'

import { type KeyboardEvent, useState } from 'react'
import { findExactOption, matchOptions, type SearchableOption } from '@/lib/format/match-options'

type ComboboxState<T extends SearchableOption> = {
  open: boolean
  setOpen: (open: boolean) => void
  /** What stands in the input. */
  text: string
  matches: T[]
  active: T | undefined
  setActive: (option: T) => void
  type: (text: string) => void
  pick: (option: T) => void
  /** Takes what was typed if it names one option, else goes back to the chosen one. */
  settle: () => void
  handleKey: (event: KeyboardEvent<HTMLInputElement>) => void
}

/** The behaviour of a combobox after the ARIA pattern: the focus stays in the input. */
export function useCombobox<T extends SearchableOption>({
  options,
  value,
  onChange,
}: {
  options: readonly T[]
  value: string
  onChange: (value: string) => void
}): ComboboxState<T> {
  const chosen = options.find((option) => option.value === value)
  const [open, setOpenState] = useState(false)
  const [typed, setTyped] = useState<string | null>(null)
  const [activeValue, setActiveValue] = useState<string | null>(null)

  const matches = matchOptions(options, typed ?? '')
  const active =
    matches.find((option) => option.value === activeValue) ??
    (typed ? matches[0] : (matches.find((option) => option.value === value) ?? matches[0]))

  function setOpen(next: boolean) {
    setOpenState(next)
    if (!next) setActiveValue(null)
  }

  function pick(option: T) {
    setTyped(null)
    setOpen(false)
    if (option.value !== value) onChange(option.value)
  }

  function settle() {
    const only = matches.length === 1 ? matches[0] : undefined
    const match = typed ? (findExactOption(options, typed) ?? only) : undefined
    if (match) pick(match)
    setTyped(null)
    setOpen(false)
  }

  function move(event: KeyboardEvent, step: number) {
    event.preventDefault()
    if (!open) return setOpen(true)
    const from = active ? matches.indexOf(active) : -1
    const next = matches[Math.min(Math.max(from + step, 0), matches.length - 1)]
    if (next) setActiveValue(next.value)
  }

  function handleKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') move(event, 1)
    else if (event.key === 'ArrowUp') move(event, -1)
    else if (event.key === 'PageDown') move(event, 8)
    else if (event.key === 'PageUp') move(event, -8)
    else if (event.key === 'Enter' && open) {
      event.preventDefault()
      if (active) pick(active)
    } else if (event.key === 'Escape' && open) {
      // Only the list closes, not the dialog around it.
      event.preventDefault()
      setTyped(null)
      setOpen(false)
    }
  }

  return {
    open,
    setOpen,
    text: typed ?? chosen?.label ?? '',
    matches,
    active,
    setActive: (option) => setActiveValue(option.value),
    type: (text) => {
      setTyped(text)
      setActiveValue(null)
      setOpen(true)
    },
    pick,
    settle,
    handleKey,
  }
}
