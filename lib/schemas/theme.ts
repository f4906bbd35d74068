export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

/** What the browser remembers of the theme, for the pages before the sign-in. */
export const themeCookie = 'theme'

/** Anything but a theme that we know means: follow the system. */
export function parseTheme(value: string | null | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'system'
}
