import { cookies } from 'next/headers'
import { parseTheme, type Theme, themeCookie } from '@/lib/schemas/theme'
import { isTimeZone, timeZoneCookie } from '@/lib/schemas/time-zone'
import { getCurrentUser } from './current-user'

export type Display = {
  theme: Theme
  /** The zone that times are shown in. */
  timeZone: string
  /** Whether the person chose that zone, or it is only what the browser last told. */
  zoneIsChosen: boolean
}

/** How this request's pages are to look: as the person has chosen, or as the browser remembers. */
export async function readDisplay(): Promise<Display> {
  const jar = await cookies()
  // The frame of a page must stand, and say what is wrong, while the database is away.
  const user = await getCurrentUser().catch(() => null)
  const told = jar.get(timeZoneCookie)?.value ?? ''
  return {
    theme: parseTheme(user ? user.theme : jar.get(themeCookie)?.value),
    timeZone: user?.timeZone ?? (isTimeZone(told) ? told : 'UTC'),
    zoneIsChosen: Boolean(user?.timeZone),
  }
}
