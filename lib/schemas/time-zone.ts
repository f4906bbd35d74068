/** The zone that a browser last told of as its own. */
export const timeZoneCookie = 'time-zone'

/** Whether a text is the IANA name of a time zone that this machine knows. Offsets are none. */
export function isTimeZone(text: string): boolean {
  if (!/^[A-Za-z][\w+-]*(\/[A-Za-z][\w+-]*)*$/.test(text) || text.length > 64) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}
