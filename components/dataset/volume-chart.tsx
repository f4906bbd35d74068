'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ChartCard } from '@/components/charts/chart-card'
import type { DrawnChart } from '@/components/charts/drawn-chart'
import { StackedBars } from '@/components/charts/stacked-bars'
import { formatCount } from '@/lib/format/count'
import { recordChartOptions } from '@/lib/queries/records'
import type { RecordFilter, TimeUnit } from '@/lib/schemas/records'
import { ChartLink } from './chart-link'
import type { ChartProps } from './chart-props'
import { ChartState } from './chart-state'
import { endOfUnit, listUnits, nameUnit } from './chart-time'
import { NumberTable } from './number-table'
import { noTime, othersKey, toVolumeTable } from './volume-series'

const perUnit = { hour: 'by hour', day: 'by day', week: 'by week', month: 'by month' }

/** Records over time by status; or, as `rate`, the share of them that succeeded. */
export function VolumeChart({
  of,
  view,
  plan: { time, status, success },
  timeZone,
  locale,
  onFilter,
  rate = false,
}: ChartProps & { rate?: boolean }) {
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
          onFilter(toFilters({ time: time ?? '', status, at, unit, timeZone, value }))
        const rows = starts.map((at) => {
          const row = counts.get(at) ?? {}
          const all = Object.values(row).reduce((sum, one) => sum + one, 0)
          const good = points
            .filter(
              (point) =>
                point.at &&
                Date.parse(point.at) === Date.parse(at) &&
                success?.values.includes(point.value ?? ''),
            )
            .reduce((sum, { records }) => sum + records, 0)
          return { at, name: nameUnit(at, unit, timeZone), row, all, good }
        })

        if (rate && success) {
          const share = (good: number, all: number) => (all === 0 ? 0 : (good / all) * 100)
          const percent = (value: number) =>
            `${value.toLocaleString(locale, { maximumFractionDigits: 1 })} %`
          const chart: DrawnChart = {
            title: `${success.word}, share of records ${perUnit[unit]}`,
            kind: 'columns',
            series: [{ key: 'share', name: success.word, color: 'var(--color-chart-1)' }],
            points: rows.map(({ name, good, all }) => ({
              label: name,
              values: { share: share(good, all) },
            })),
            format: percent,
          }
          return (
            <ChartCard
              chart={chart}
              table={{
                head: ['from', success.word, 'records'],
                rows: rows.map(({ at, good, all }) => [at, `${good}`, `${all}`]),
              }}
              tableView={
                <NumberTable
                  label={chart.title}
                  head={['From', success.word, 'Records', 'Share']}
                  rows={rows.map(({ at, name, good, all }) => ({
                    key: at,
                    cells: [
                      <ChartLink key="at" onClick={() => choose(at)}>
                        {name}
                      </ChartLink>,
                      exact(good),
                      exact(all),
                      all === 0 ? '' : percent(share(good, all)),
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
        }

        const chart: DrawnChart = {
          title: `Records ${perUnit[unit]}${status ? ', by status' : ''}`,
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

/** The filters that leave exactly the records of a bar, or of a part of it. */
function toFilters({
  time,
  status,
  at,
  unit,
  timeZone,
  value,
}: {
  time: string
  status: string | null
  at: string
  unit: TimeUnit
  timeZone: string
  value: string | undefined
}): RecordFilter[] {
  const range: RecordFilter = {
    column: time,
    op: 'between',
    from: at,
    to: endOfUnit(at, unit, timeZone),
  }
  return value === undefined || !status
    ? [range]
    : [range, { column: status, op: 'is', values: [value] }]
}
