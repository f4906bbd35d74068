'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { DrawnChart } from '@/components/charts/drawn-chart'
import { formatCount } from '@/lib/format/count'
import { recordChartOptions } from '@/lib/queries/records'
import type { RecordFilter } from '@/lib/schemas/records'
import type { ChartProps } from './chart-props'
import { ChartState } from './chart-state'
import { listUnits, nameUnit } from './chart-time'
import { TimeChart } from './time-chart'
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
    <ChartState query={all.isError ? all : good}>
      {(succeeded) => {
        const unit = all.data?.unit ?? succeeded.unit
        const [totals, goods] = [all.data?.points ?? [], succeeded.points].map(countByTime)
        const starts = listUnits([...(totals?.keys() ?? [])].filter(Boolean), unit, timeZone)
        const nameStep = (at: string) => nameUnit(at, unit, timeZone)
        const rows = starts.map((at) => {
          const [total, part] = [totals?.get(at) ?? 0, goods?.get(at) ?? 0]
          const share = total === 0 ? 0 : (part / total) * 100
          return { at, total, part, share }
        })
        const percent = (value: number) =>
          `${value.toLocaleString(locale, { maximumFractionDigits: 1 })} %`
        const chart: DrawnChart = {
          title: `${success.word}, share of records ${unitWords[unit]}`,
          kind: 'columns',
          series: [{ key: 'share', name: success.word, color: 'var(--color-chart-1)' }],
          points: rows.map(({ at, share }) => ({ label: nameStep(at), values: { share } })),
          format: percent,
        }
        return (
          <TimeChart
            chart={chart}
            starts={starts}
            table={{
              head: ['from', success.word, 'records'],
              rows: rows.map(({ at, part, total }) => [at, `${part}`, `${total}`]),
            }}
            head={[success.word, 'Records', 'Share']}
            lines={rows.map(({ at, part, total, share }) => ({
              key: at,
              at,
              cells: [
                formatCount(part, locale),
                formatCount(total, locale),
                total === 0 ? '' : percent(share),
              ],
            }))}
            nameStep={nameStep}
            most={100}
            onChoose={(at) =>
              onFilter(timeFilters({ time, status: plan.status }, { at, unit, timeZone }))
            }
          />
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
