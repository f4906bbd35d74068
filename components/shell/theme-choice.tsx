'use client'

import { Monitor, Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { parseTheme, type Theme, themeCookie } from '@/lib/schemas/theme'
import { MenuLabel, MenuRadioGroup, MenuRadioItem } from '../ui/dropdown-menu'

const choices = [
  { value: 'light', label: 'Light', icon: <Sun aria-hidden /> },
  { value: 'dark', label: 'Dark', icon: <Moon aria-hidden /> },
  { value: 'system', label: 'As the system', icon: <Monitor aria-hidden /> },
] as const

/** Light, dark or the system's: at once on this page, by cookie on the next. */
export function ThemeChoice({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState<Theme>(() => readTheme() ?? initial)

  function choose(value: string) {
    const next = parseTheme(value)
    setTheme(next)
    if (next === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = next
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and Firefox
    document.cookie = `${themeCookie}=${next}; Path=/; Max-Age=31536000; SameSite=Lax`
  }

  return (
    <MenuRadioGroup value={theme} onValueChange={choose}>
      <MenuLabel>Theme</MenuLabel>
      {choices.map(({ value, label, icon }) => (
        <MenuRadioItem key={value} value={value} onSelect={(event) => event.preventDefault()}>
          {icon}
          {label}
        </MenuRadioItem>
      ))}
    </MenuRadioGroup>
  )
}

/** The cookie may be newer than what the server rendered. */
function readTheme(): Theme | undefined {
  const value = document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${themeCookie}=`))
    ?.slice(themeCookie.length + 1)
  return value === undefined ? undefined : parseTheme(value)
}
