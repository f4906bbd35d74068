import { remember } from '@/components/browser/remember'
import { timeZoneCookie } from '@/lib/schemas/time-zone'

/** Tells the server the browser’s own zone, so that the next page is right from its first byte. */
export function rememberTimeZone(): string {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  remember(timeZoneCookie, own)
  return own
}
