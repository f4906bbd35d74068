'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { runAction } from '@/components/actions/run-action'
import { useToast } from '@/components/ui/toaster'
import type { ActionResult } from '@/lib/schemas/action-result'
import type { Theme } from '@/lib/schemas/theme'
import { MenuGroup, MenuRadioItem } from '../ui/menu-items'
import { applyTheme, shownTheme } from './apply-theme'

export type ChangeTheme = (input: { theme: Theme }) => Promise<ActionResult<unknown>>

const choices = [
  { value: 'light', label: 'Light', icon: <Sun aria-hidden /> },
  { value: 'dark', label: 'Dark', icon: <Moon aria-hidden /> },
  { value: 'system', label: 'As the system', icon: <Monitor aria-hidden /> },
] as const

/** Light, dark or the system's: at once on this page, and kept for the person. */
export function ThemeChoice({ onChangeTheme }: { onChangeTheme: ChangeTheme }) {
  const [theme, setTheme] = useState<Theme>(shownTheme)
  const toast = useToast()

  async function choose(next: Theme) {
    setTheme(next)
    applyTheme(next)
    const result = await runAction(() => onChangeTheme({ theme: next }), 'Choose it again later.')
    if (!result.ok)
      toast({ tone: 'negative', title: 'The theme could not be kept', text: result.message })
  }

  return (
    <MenuGroup name="Theme">
      {choices.map(({ value, label, icon }) => (
        <MenuRadioItem key={value} checked={theme === value} onChoose={() => void choose(value)}>
          {icon}
          {label}
        </MenuRadioItem>
      ))}
    </MenuGroup>
  )
}
