export const themes = ['light', 'dark', 'system'] as const
export type Theme = (typeof themes)[number]

/** Read by the root layout, so that the first paint is right without a script. */
export const themeCookie = 'theme'

/** Anything but a theme that we know means: follow the system. */
export function parseTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? 'system'
}
