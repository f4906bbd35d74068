const hour = 3600_000
const day = 24 * hour

/**
 * How much of what is asked for is there: “22 of 30 days are”, “5 of 12 hours are”, “All of it is”. A day of a clock
 * change counts as a day.
 */
export function describeShare({ keptMs, askedMs }: { keptMs: number; askedMs: number }): string {
  if (keptMs >= askedMs) return 'All of it is'
  const unit = askedMs >= 2 * day ? { ms: day, name: 'days' } : { ms: hour, name: 'hours' }
  return `${count(keptMs / unit.ms)} of ${count(askedMs / unit.ms)} ${unit.name} are`
}

function count(units: number): string {
  const whole = Math.round(units)
  return Math.abs(units - whole) < 0.1 && whole > 0 ? String(whole) : units.toFixed(1)
}
