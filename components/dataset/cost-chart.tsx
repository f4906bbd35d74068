'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ChartCard } from '@/components/charts/chart-card'
import type { DrawnChart } from '@/components/charts/drawn-chart'
import { StackedBars } from '@/components/charts/stacked-bars'
import { formatMoney } from '@/lib/format/money'
import { recordChartOptions } from '@/lib/queries/records'
import { ChartLink } from './chart-link'
import type { ChartProps } from './chart-props'
import { ChartState } from './chart-state'
import { endOfUnit, listUnits, nameUnit } from './chart-time'
import { NumberTable } from './number-table'

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
        const rounded = (value: number) => formatMoney(String(value), main, locale, 2)
        const chart: DrawnChart = {
          title: `Cost by ${unit}, ${main || 'no currency named'}${ranked.length > 1 ? `; ${ranked.length - 1} more in the table` : ''}`,
          kind: 'columns',
          series: [{ key: 'sum', name: price ?? '', color: 'var(--color-chart-1)' }],
          points: starts.map((at) => ({
            label: nameUnit(at, unit, timeZone),
            values: { sum: Number(sums.get(Date.parse(at)) ?? 0) },
          })),
          format: rounded,
        }
        const choose = (at: string) =>
          onFilter([
            { column: time ?? '', op: 'between', from: at, to: endOfUnit(at, unit, timeZone) },
          ])
        return (
          <ChartCard
            chart={chart}
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
            tableView={
              <NumberTable
                label={chart.title}
                head={['From', 'Sum', 'Records']}
                rows={points.map(({ at, currency, sum, records, misfits }) => ({
                  key: `${at} ${currency}`,
                  cells: [
                    at ? (
                      <ChartLink key="at" onClick={() => choose(at)}>
                        {nameUnit(at, unit, timeZone)}
                      </ChartLink>
                    ) : (
                      'No readable time'
                    ),
                    `${formatMoney(sum, currency, locale)}${currency ? '' : ' (no currency)'}`,
                    `${records.toLocaleString(locale)}${misfits > 0 ? `, ${misfits} unreadable` : ''}`,
                  ],
                }))}
              />
            }
          >
            <StackedBars
              series={chart.series}
              points={chart.points}
              format={rounded}
              onPick={(index) => choose(starts[index] ?? '')}
            />
          </ChartCard>
        )
      }}
    </ChartState>
  )
}
