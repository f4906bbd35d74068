import { remember } from '@/components/browser/remember'
import { parseTheme, type Theme, themeCookie } from '@/lib/schemas/theme'

/** Shows a theme at once, and has this browser remember it for the pages before the sign-in. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
  remember(themeCookie, theme)
}

/** The theme that is on screen. */
export function shownTheme(): Theme {
  return parseTheme(document.documentElement.dataset.theme)
}
