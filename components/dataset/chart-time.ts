import { Temporal } from 'temporal-polyfill'
import { monthNames } from '@/lib/format/date-time'
import { toZonedParts } from '@/lib/format/zoned-parts'
import type { TimeUnit } from '@/lib/schemas/records'

/** More steps than that are not filled in: nobody would see them. */
const mostSteps = 1_500

/** Where the unit that begins at an instant ends. Hours are UTC’s, days and longer are those of the zone. */
export function endOfUnit(at: string, unit: TimeUnit, timeZone: string): string {
  const instant = Temporal.Instant.from(at)
  if (unit === 'hour') return instant.add({ hours: 1 }).toString()
  const local = instant.toZonedDateTimeISO(timeZone)
  return local
    .add({ [`${unit}s`]: 1 })
    .startOfDay()
    .toInstant()
    .toString()
}

/** The starts of all units from the first to the last, those without any record, too. */
export function listUnits(starts: readonly string[], unit: TimeUnit, timeZone: string): string[] {
  const known = [...new Set(starts.map((at) => Temporal.Instant.from(at).toString()))].sort()
  const last = known.at(-1)
  let at = known[0]
  if (!at || !last) return []
  const all = new Set(known)
  for (let step = 0; step < mostSteps; step += 1) {
    at = endOfUnit(at, unit, timeZone)
    if (Date.parse(at) >= Date.parse(last)) return [...all].sort()
    all.add(at)
  }
  return known
}

/** A unit in words: “24 Nov, 10:00”, “24 Nov”, “Nov 2026”. */
export function nameUnit(at: string, unit: TimeUnit, timeZone: string): string {
  const { day, month, year, hour, minute } = toZonedParts(at, timeZone)
  const name = monthNames[month - 1]
  if (unit === 'month') return `${name} ${year}`
  const two = (value: number) => String(value).padStart(2, '0')
  return unit === 'hour' ? `${day} ${name}, ${two(hour)}:${two(minute)}` : `${day} ${name}`
}
