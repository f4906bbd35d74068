import type { BarSeries } from './stacked-bars'

/** Which colour is what, in words. */
export function ChartLegend({ series }: { series: readonly BarSeries[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2 text-sm">
      {series.map(({ key, name, color }) => (
        <li key={key} className="flex items-center gap-1.5">
          <span
            aria-hidden
            className="size-2.5 rounded-sm forced-colors:border"
            style={{ background: color }}
          />
          {name}
        </li>
      ))}
    </ul>
  )
}
