import type { BarSeries } from '@/components/charts/stacked-bars'
import type { VolumePoint } from '@/lib/schemas/records'

/** Values that have a colour of their own; the rest is one. In full: only names that stand somewhere are in the styles. */
const colors = [
  'var(--color-chart-1)',
  'var(--color-chart-2)',
  'var(--color-chart-3)',
  'var(--color-chart-4)',
  'var(--color-chart-5)',
  'var(--color-chart-6)',
]
const told = colors.length - 1
/** Apart from any value. */
export const othersKey = '\0others'
export const noTime = ''

export type VolumeTable = {
  series: BarSeries[]
  /** Records by time (`noTime`: those without one) and series. */
  counts: Map<string, Record<string, number>>
  total: number
}

/** Which values are told apart, the most frequent first, and the records of each at each time. */
export function toVolumeTable(points: readonly VolumePoint[]): VolumeTable {
  const sums = new Map<string, number>()
  for (const { value, records } of points)
    if (value !== null) sums.set(value, (sums.get(value) ?? 0) + records)
  const ranked = [...sums].sort(([, a], [, b]) => b - a).map(([value]) => value)
  const isAll = ranked.length <= told + 1 && points.every(({ value }) => value !== null)
  const own = new Set(isAll ? ranked : ranked.slice(0, told))
  const counts = new Map<string, Record<string, number>>()
  for (const { at, value, records } of points) {
    const time = at === null ? noTime : normalise(at)
    const key = value !== null && own.has(value) ? value : othersKey
    const row = counts.get(time) ?? {}
    row[key] = (row[key] ?? 0) + records
    counts.set(time, row)
  }
  const series = [...own].map((value, index) => ({
    key: value,
    name: value || 'empty',
    color: colors[index] ?? '',
  }))
  if (!isAll) series.push({ key: othersKey, name: 'all others', color: 'var(--color-chart-6)' })
  return { series, counts, total: points.reduce((sum, { records }) => sum + records, 0) }
}

/** One spelling of an instant. */
function normalise(at: string): string {
  return new Date(at).toISOString().replace('.000Z', 'Z')
}
