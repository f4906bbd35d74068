'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { DrawnChart } from '@/components/charts/drawn-chart'
import { formatCount } from '@/lib/format/count'
import { formatMoney } from '@/lib/format/money'
import { recordChartOptions } from '@/lib/queries/records'
import type { ChartProps } from './chart-props'
import { ChartState } from './chart-state'
import { listUnits, nameUnit } from './chart-time'
import { TimeChart } from './time-chart'
import { timeFilters } from './time-filters'
import { unitWords } from './unit-words'

/** What records cost over time, in each currency by itself; the chart shows the one that most records have. */
export function CostChart({
  of,
  view,
  plan: { time, price },
  timeZone,
  locale,
  onFilter,
}: ChartProps) {
  const query = useQuery({
    ...recordChartOptions(of, view, {
      kind: 'cost',
      column: time ?? '',
      unit: 'auto',
      timeZone,
      price: price ?? '',
    }),
    placeholderData: keepPreviousData,
  })
  return (
    <ChartState query={query}>
      {({ points, unit }) => {
        const byCurrency = new Map<string, number>()
        for (const { currency, records } of points)
          byCurrency.set(currency, (byCurrency.get(currency) ?? 0) + records)
        const ranked = [...byCurrency].sort(([, a], [, b]) => b - a).map(([currency]) => currency)
        const [main = ''] = ranked
        const starts = listUnits(
          points.flatMap(({ at }) => at ?? []),
          unit,
          timeZone,
        )
        const sums = new Map(
          points.flatMap(({ at, currency, sum }) =>
            at && currency === main ? [[Date.parse(at), sum] as [number, string]] : [],
          ),
        )
        const nameStep = (at: string) => nameUnit(at, unit, timeZone)
        const rounded = (value: number) => formatMoney(String(value), main, locale, 2)
        const chart: DrawnChart = {
          title: `Cost ${unitWords[unit]}, ${main || 'no currency named'}${ranked.length > 1 ? `; ${ranked.length - 1} more in the table` : ''}`,
          kind: 'columns',
          series: [{ key: 'sum', name: price ?? '', color: 'var(--color-chart-1)' }],
          points: starts.map((at) => ({
            label: nameStep(at),
            values: { sum: Number(sums.get(Date.parse(at)) ?? 0) },
          })),
          format: rounded,
        }
        return (
          <TimeChart
            chart={chart}
            starts={starts}
            table={{
              head: ['from', 'currency', 'sum', 'records', 'prices_unreadable'],
              rows: points.map(({ at, currency, sum, records, misfits }) => [
                at ?? 'no readable time',
                currency,
                sum,
                `${records}`,
                `${misfits}`,
              ]),
            }}
            head={['Sum', 'Records']}
            lines={points.map(({ at, currency, sum, records, misfits }) => ({
              key: `${at} ${currency}`,
              at,
              cells: [
                `${formatMoney(sum, currency, locale)}${currency ? '' : ' (no currency)'}`,
                `${formatCount(records, locale)}${misfits > 0 ? `, ${misfits} unreadable` : ''}`,
              ],
            }))}
            nameStep={nameStep}
            onChoose={(at) =>
              onFilter(timeFilters({ time: time ?? '', status: null }, { at, unit, timeZone }))
            }
          />
        )
      }}
    </ChartState>
  )
}
