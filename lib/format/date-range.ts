import { monthNames } from './date-time'

/**
 * Calendar days in words, both ends included: "1–30 Jun 2026", "1 Jan – 31 Mar 2026",
 * "24 Nov 2026" for a single day.
 *
 * @param from first day, `YYYY-MM-DD`
 * @param to last day, `YYYY-MM-DD`
 */
export function formatDateRange(from: string, to: string): string {
  const [y1, m1, d1] = split(from)
  const [y2, m2, d2] = split(to)
  if (from === to) return `${d1} ${month(m1)} ${y1}`
  if (y1 !== y2) return `${d1} ${month(m1)} ${y1} – ${d2} ${month(m2)} ${y2}`
  if (m1 !== m2) return `${d1} ${month(m1)} – ${d2} ${month(m2)} ${y2}`
  return `${d1}–${d2} ${month(m2)} ${y2}`
}

function split(day: string): [number, number, number] {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return [year, month, date]
}

function month(value: number): string {
  return monthNames[value - 1] ?? ''
}
