'use client'

import dynamic from 'next/dynamic'
import { ChartLegend } from '@/components/charts/chart-legend'
import type { BarSeries } from '@/components/charts/stacked-bars'
import { WhenSeen } from '@/components/charts/when-seen'
import { useFormat } from '@/components/format/format-context'
import { formatMoney } from '@/lib/format/money'
import type { SpentBy } from '@/lib/schemas/spending'
import { listMonths } from './list-months'
import { monthName } from './month-name'

const StackedBars = dynamic(
  () => import('@/components/charts/stacked-bars').then((file) => file.StackedBars),
  { ssr: false },
)

const height = 240
const series: BarSeries[] = [
  { key: 'ours', name: 'Ours', color: 'var(--color-accent)' },
  { key: 'elsewhere', name: 'Made elsewhere', color: 'var(--color-control)' },
]

/** What each month cost, in one currency. */
export function MonthChart({ months, currency }: { months: SpentBy[]; currency: string }) {
  const { locale } = useFormat()
  const points = listMonths(months).map((key) => {
    const spent = months.find((month) => month.key === key && month.currency === currency)
    return {
      label: monthName(key),
      values: { ours: Number(spent?.ours ?? 0), elsewhere: Number(spent?.elsewhere ?? 0) },
    }
  })
  return (
    <figure className="grid gap-2">
      <figcaption className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-ink-2 text-sm">
          {currency || 'No currency'} by month, rounded; exact in the table
        </span>
        <ChartLegend series={series} />
      </figcaption>
      <WhenSeen height={height}>
        <StackedBars
          series={series}
          points={points}
          format={(value) => formatMoney(String(value), currency, locale, 2)}
        />
      </WhenSeen>
    </figure>
  )
}
