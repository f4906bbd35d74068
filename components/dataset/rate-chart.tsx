'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ChartCard } from '@/components/charts/chart-card'
import type { DrawnChart } from '@/components/charts/drawn-chart'
import { StackedBars } from '@/components/charts/stacked-bars'
import { formatCount } from '@/lib/format/count'
import { recordChartOptions } from '@/lib/queries/records'
import type { RecordFilter } from '@/lib/schemas/records'
import { ChartLink } from './chart-link'
import type { ChartProps } from './chart-props'
import { ChartState } from './chart-state'
import { listUnits, nameUnit } from './chart-time'
import { NumberTable } from './number-table'
import { timeFilters } from './time-filters'
import { unitWords } from './unit-words'
import { toVolumeTable } from './volume-series'

/** The share of records over time that succeeded. Those that did are counted by themselves, so none is lost among others. */
export function RateChart({
  of,
  view,
  plan,
  timeZone,
  locale,
  onFilter,
  success,
}: ChartProps & { success: NonNullable<ChartProps['plan']['success']> }) {
  const time = plan.time ?? ''
  const asked = { kind: 'volume', column: time, timeZone, split: null } as const
  const all = useQuery({
    ...recordChartOptions(of, view, { ...asked, unit: 'auto' }),
    placeholderData: keepPreviousData,
  })
  const isGood: RecordFilter = { column: plan.status ?? '', op: 'is', values: [...success.values] }
  const good = useQuery({
    ...recordChartOptions(
      of,
      { ...view, filters: [...view.filters, isGood] },
      { ...asked, unit: all.data?.unit ?? 'auto' },
    ),
    enabled: all.data !== undefined && !all.isPlaceholderData,
    placeholderData: keepPreviousData,
  })
  return (
    <ChartState query={good}>
      {(succeeded) => {
        const unit = all.data?.unit ?? succeeded.unit
        const [totals, goods] = [all.data?.points ?? [], succeeded.points].map(countByTime)
        const starts = listUnits([...(totals?.keys() ?? [])].filter(Boolean), unit, timeZone)
        const rows = starts.map((at) => {
          const [total, part] = [totals?.get(at) ?? 0, goods?.get(at) ?? 0]
          const share = total === 0 ? 0 : (part / total) * 100
          return { at, name: nameUnit(at, unit, timeZone), total, part, share }
        })
        const percent = (value: number) =>
          `${value.toLocaleString(locale, { maximumFractionDigits: 1 })} %`
        const choose = (at: string) =>
          onFilter(timeFilters({ time, status: plan.status }, { at, unit, timeZone }))
        const chart: DrawnChart = {
          title: `${success.word}, share of records ${unitWords[unit]}`,
          kind: 'columns',
          series: [{ key: 'share', name: success.word, color: 'var(--color-chart-1)' }],
          points: rows.map(({ name, share }) => ({ label: name, values: { share } })),
          format: percent,
        }
        return (
          <ChartCard
            chart={chart}
            table={{
              head: ['from', success.word, 'records'],
              rows: rows.map(({ at, part, total }) => [at, `${part}`, `${total}`]),
            }}
            tableView={
              <NumberTable
                label={chart.title}
                head={['From', success.word, 'Records', 'Share']}
                rows={rows.map(({ at, name, part, total, share }) => ({
                  key: at,
                  cells: [
                    <ChartLink key="at" onClick={() => choose(at)}>
                      {name}
                    </ChartLink>,
                    formatCount(part, locale),
                    formatCount(total, locale),
                    total === 0 ? '' : percent(share),
                  ],
                }))}
              />
            }
          >
            <StackedBars
              series={chart.series}
              points={chart.points}
              format={percent}
              most={100}
              onPick={(index) => choose(starts[index] ?? '')}
            />
          </ChartCard>
        )
      }}
    </ChartState>
  )
}

function countByTime(points: Parameters<typeof toVolumeTable>[0]): Map<string, number> {
  return new Map(
    [...toVolumeTable(points).counts].map(([at, row]) => [
      at,
      Object.values(row).reduce((sum, one) => sum + one, 0),
    ]),
  )
}
