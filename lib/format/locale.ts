const fallback = 'en-GB'

/**
 * The locale for number separators, from an `Accept-Language` header. Text and dates are English
 * whatever it says. Anything unreadable gives British English.
 */
export function pickLocale(acceptLanguage: string | null): string {
  const first = acceptLanguage?.split(',')[0]?.split(';')[0]?.trim()
  if (!first || first === '*') return fallback
  try {
    return Intl.NumberFormat.supportedLocalesOf(first)[0] ?? fallback
  } catch {
    return fallback
  }
}
