'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { DrawnChart } from '@/components/charts/drawn-chart'
import { formatCount } from '@/lib/format/count'
import { recordChartOptions } from '@/lib/queries/records'
import type { ChartProps } from './chart-props'
import { ChartState } from './chart-state'
import { listUnits, nameUnit } from './chart-time'
import { TimeChart } from './time-chart'
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
        const nameStep = (at: string) => nameUnit(at, unit, timeZone)
        const toLine = <At,>(at: At, row: Readonly<Record<string, number>>) => ({
          at,
          row,
          all: Object.values(row).reduce((sum, one) => sum + one, 0),
        })
        const rows = starts.map((at) => toLine(at, counts.get(at) ?? {}))

        const chart: DrawnChart = {
          title: `Records ${unitWords[unit]}${status ? ', by status' : ''}`,
          kind: 'columns',
          series: status ? series : series.map((one) => ({ ...one, name: 'Records' })),
          points: rows.map(({ at, row }) => ({ label: nameStep(at), values: row })),
          format: exact,
        }
        const names = chart.series.map(({ name }) => name)
        const lines = [...rows, ...(timeless ? [toLine(null, timeless)] : [])]
        return (
          <TimeChart
            chart={chart}
            starts={starts}
            table={{
              head: ['from', ...names],
              rows: lines.map(({ at, row }) => [
                at ?? 'no readable time',
                ...series.map(({ key }) => `${row[key] ?? 0}`),
              ]),
            }}
            head={[...(status ? names : []), 'All']}
            lines={lines.map(({ at, row, all }) => ({
              key: at ?? noTime,
              at,
              cells: [...(status ? series.map(({ key }) => exact(row[key] ?? 0)) : []), exact(all)],
            }))}
            nameStep={nameStep}
            note={
              timeless && `Not here: ${exact(toLine(null, timeless).all)} without a readable time.`
            }
            onChoose={(at, key) =>
              onFilter(
                timeFilters(
                  { time: time ?? '', status },
                  { at, unit, timeZone },
                  key === othersKey ? undefined : key,
                ),
              )
            }
          />
        )
      }}
    </ChartState>
  )
}
