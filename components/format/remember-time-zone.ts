import { timeZoneCookie } from '@/lib/schemas/time-zone'

/** Tells the server the browser’s own zone, so that the next page is right from its first byte. */
export function rememberTimeZone(): string {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and Firefox
  document.cookie = `${timeZoneCookie}=${encodeURIComponent(own)}; Path=/; Max-Age=31536000; SameSite=Lax`
  return own
}
