import { Temporal } from 'temporal-polyfill'
import { parseTypedDate } from '@/lib/format/typed-date'
import { resolveEnd, resolveStart } from '@/lib/schemas/local-time'

type Moment = { ok: true; at: string } | { ok: false; message: string }

/**
 * A typed date or time as an instant, ISO in UTC: a day’s first one, or for the end of a range the first one after it.
 */
export function readMoment(text: string, side: 'from' | 'to', timeZone: string): Moment {
  const typed = parseTypedDate(text)
  if (!typed.ok) return typed
  const local = typed.time
    ? Temporal.PlainDateTime.from(`${typed.day}T${typed.time}`)
    : Temporal.PlainDate.from(typed.day)
  const found = side === 'from' ? resolveStart(local, timeZone) : resolveEnd(local, timeZone)
  return found.ok ? { ok: true, at: found.at.toInstant().toString() } : found
}
