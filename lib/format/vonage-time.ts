const pattern =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(\.\d{1,9})?(?:Z|([+-]\d\d):?(\d\d)?)?$/i

/**
 * Vonage's timestamps in milliseconds since 1970; null when unreadable. They come as `+0000` (documents of 2020),
 * `+00:00` (real files of 2025) and `Z`; one without an offset is taken as UTC, as all of Vonage's are.
 */
export function toVonageInstant(text: string): number | null {
  const match = pattern.exec(text.trim())
  if (!match) return null
  const [, date, time, fraction = '', hours = '+00', minutes = '00'] = match
  const at = Date.parse(`${date}T${time}${fraction.slice(0, 4)}${hours}:${minutes}`)
  return Number.isNaN(at) ? null : at
}

/** The same as ISO text in UTC. */
export function parseVonageTime(text: string): string | null {
  const at = toVonageInstant(text)
  return at === null ? null : new Date(at).toISOString()
}
