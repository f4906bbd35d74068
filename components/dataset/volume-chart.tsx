'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ChartCard } from '@/components/charts/chart-card'
import type { DrawnChart } from '@/components/charts/drawn-chart'
import { StackedBars } from '@/components/charts/stacked-bars'
import { formatCount } from '@/lib/format/count'
import { recordChartOptions } from '@/lib/queries/records'
import { ChartLink } from './chart-link'
import type { ChartProps } from './chart-props'
import { ChartState } from './chart-state'
import { listUnits, nameUnit } from './chart-time'
import { NumberTable } from './number-table'
import { timeFilters } from './time-filters'
import { unitWords } from './unit-words'
import { noTime, othersKey, toVolumeTable } from './volume-series'

/** Records over time, by status where they have one. */
export function VolumeChart({
  of,
  view,
  plan: { time, status },
  timeZone,
  locale,
  onFilter,
}: ChartProps) {
  const query = useQuery({
    ...recordChartOptions(of, view, {
      kind: 'volume',
      column: time ?? '',
      unit: 'auto',
      timeZone,
      split: status,
    }),
    placeholderData: keepPreviousData,
  })
  return (
    <ChartState query={query}>
      {({ points, unit }) => {
        const { series, counts } = toVolumeTable(points)
        const starts = listUnits([...counts.keys()].filter(Boolean), unit, timeZone)
        const timeless = counts.get(noTime)
        const exact = (value: number) => formatCount(value, locale)
        const choose = (at: string, value?: string) =>
          onFilter(timeFilters({ time: time ?? '', status }, { at, unit, timeZone }, value))
        const rows = starts.map((at) => {
          const row = counts.get(at) ?? {}
          const all = Object.values(row).reduce((sum, one) => sum + one, 0)
          return { at, name: nameUnit(at, unit, timeZone), row, all }
        })

        const chart: DrawnChart = {
          title: `Records ${unitWords[unit]}${status ? ', by status' : ''}`,
          kind: 'columns',
          series: status ? series : series.map((one) => ({ ...one, name: 'Records' })),
          points: rows.map(({ name, row }) => ({ label: name, values: row })),
          format: exact,
        }
        const names = chart.series.map(({ name }) => name)
        const withTimeless = [
          ...rows,
          ...(timeless
            ? [
                {
                  at: noTime,
                  name: 'No readable time',
                  row: timeless,
                  all: Object.values(timeless).reduce((sum, one) => sum + one, 0),
                },
              ]
            : []),
        ]
        return (
          <ChartCard
            chart={chart}
            table={{
              head: ['from', ...names],
              rows: withTimeless.map(({ at, row }) => [
                at || 'no readable time',
                ...series.map(({ key }) => `${row[key] ?? 0}`),
              ]),
            }}
            tableView={
              <NumberTable
                label={chart.title}
                head={['From', ...(status ? names : []), 'All']}
                rows={withTimeless.map(({ at, name, row, all }) => ({
                  key: at,
                  cells: [
                    at ? (
                      <ChartLink key="at" onClick={() => choose(at)}>
                        {name}
                      </ChartLink>
                    ) : (
                      name
                    ),
                    ...(status ? series.map(({ key }) => exact(row[key] ?? 0)) : []),
                    exact(all),
                  ],
                }))}
              />
            }
          >
            <div className="flex h-full min-h-0 flex-col">
              <div className="min-h-0 flex-1">
                <StackedBars
                  series={chart.series}
                  points={chart.points}
                  format={exact}
                  onPick={(index, key) =>
                    choose(starts[index] ?? '', key === othersKey || !status ? undefined : key)
                  }
                />
              </div>
              {timeless && (
                <p className="text-ink-2 text-xs">
                  Not here: {exact(Object.values(timeless).reduce((sum, one) => sum + one, 0))}{' '}
                  without a readable time.
                </p>
              )}
            </div>
          </ChartCard>
        )
      }}
    </ChartState>
  )
}
