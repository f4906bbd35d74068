export const second = 1000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

const twoDigits = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'))
let lastDay = Number.NaN
let lastDayText = ''

/** `2025-04-10T13:08:24+00:00`, as Vonage writes times in answers and files; milliseconds are left out. */
export function formatTime(ms: number): string {
  const dayNumber = Math.floor(ms / day)
  // A report holds millions of times of few days: the day is kept, Date is slow.
  if (dayNumber !== lastDay) {
    lastDay = dayNumber
    lastDayText = new Date(ms).toISOString().slice(0, 11)
  }
  const seconds = Math.floor((ms - dayNumber * day) / second)
  const minutes = Math.floor(seconds / 60)
  return `${lastDayText}${twoDigits[Math.floor(minutes / 60)]}:${twoDigits[minutes % 60]}:${twoDigits[seconds % 60]}+00:00`
}

/** As `formatTime`, but keeps milliseconds that are not zero: for the echo of what was asked. */
export function formatExactTime(ms: number): string {
  return ms % second === 0 ? formatTime(ms) : `${new Date(ms).toISOString().slice(0, 23)}+00:00`
}

/** `20250410`, as in the name of the CSV within the ZIP. */
export function formatDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10).replaceAll('-', '')
}

const isoTime =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(?:\.(\d{1,9}))?(?:Z|([+-])(\d{2}):?(\d{2}))$/

/** Reads `yyyy-mm-ddThh:mm:ss[.sss]` with `Z`, `±hh:mm` or `±hhmm`; null for anything else. */
export function parseTime(text: string): number | null {
  const match = isoTime.exec(text)
  if (!match) return null
  const [, date, time, fraction = '', sign, hours = '00', minutes = '00'] = match
  const utc = Date.parse(`${date}T${time}Z`)
  if (Number.isNaN(utc) || new Date(utc).toISOString().slice(0, 10) !== date) return null
  if (Number(hours) > 14 || Number(minutes) > 59) return null
  const offset = (Number(hours) * hour + Number(minutes) * minute) * (sign === '-' ? -1 : 1)
  return utc + Number(fraction.slice(0, 3).padEnd(3, '0')) - offset
}

/** The same day and time, `count` calendar months earlier; a day that does not exist becomes the month's last. */
export function subtractMonths(ms: number, count: number): number {
  const date = new Date(ms)
  const monthDay = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() - count)
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(monthDay, last))
  return date.getTime()
}
