'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ChartCard } from '@/components/charts/chart-card'
import type { DrawnChart } from '@/components/charts/drawn-chart'
import { formatCount } from '@/lib/format/count'
import { recordChartOptions } from '@/lib/queries/records'
import { ChartLink } from './chart-link'
import type { ChartProps } from './chart-props'
import { ChartState } from './chart-state'
import { NumberTable } from './number-table'

const lines = [
  ['min', 'Least'],
  ['p50', 'Half of them at most'],
  ['p90', '90 % at most'],
  ['p95', '95 % at most'],
  ['p99', '99 % at most'],
  ['max', 'Most'],
] as const

/** How long records took: values that half of them, nine in ten and so on did not exceed. */
export function PercentileChart({
  of,
  view,
  locale,
  onFilter,
  title,
  unit,
  column,
}: ChartProps & { title: string; unit: string; column: string }) {
  const query = useQuery({
    ...recordChartOptions(of, view, { kind: 'percentiles', column }),
    placeholderData: keepPreviousData,
  })
  return (
    <ChartState query={query}>
      {({ records, empty, misfits, values }) => {
        const exact = (value: number) => `${formatCount(value, locale)}${unit && ` ${unit}`}`
        const chart: DrawnChart = {
          title: `${title}, percentiles${unit && ` in ${unit}`}`,
          kind: 'rows',
          series: [{ key: 'value', name: title, color: 'var(--color-chart-1)' }],
          points: values
            ? lines.map(([key, label]) => ({ label, values: { value: Number(values[key]) } }))
            : [],
          format: exact,
        }
        const without = empty + misfits
        return (
          <ChartCard
            chart={chart}
            table={{
              head: ['percentile', column],
              rows: values ? lines.map(([key]) => [key, values[key]]) : [],
            }}
          >
            {values ? (
              <div className="grid h-full grid-rows-[minmax(0,1fr)_auto] gap-2">
                <NumberTable
                  label={chart.title}
                  head={['Records', title]}
                  rows={lines.map(([key, label]) => ({
                    key,
                    cells: [
                      <ChartLink
                        key="label"
                        onClick={() => onFilter([{ column, op: 'between', from: values[key] }])}
                      >
                        {label}
                      </ChartLink>,
                      exact(Number(values[key])),
                    ],
                  }))}
                />
                <p className="text-ink-2 text-xs">
                  Of {formatCount(records - without, locale)} records
                  {without > 0 && `; ${formatCount(without, locale)} more have no such number`}. A
                  click shows those from that value on.
                </p>
              </div>
            ) : (
              <p className="text-ink-2">None of these records has a {title.toLowerCase()}.</p>
            )}
          </ChartCard>
        )
      }}
    </ChartState>
  )
}
