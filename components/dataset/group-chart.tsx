'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ChartCard } from '@/components/charts/chart-card'
import type { DrawnChart } from '@/components/charts/drawn-chart'
import { formatCount } from '@/lib/format/count'
import { formatMoney } from '@/lib/format/money'
import { recordChartOptions } from '@/lib/queries/records'
import type { CostSum } from '@/lib/schemas/records'
import { ChartLink } from './chart-link'
import type { ChartProps } from './chart-props'
import { ChartState } from './chart-state'
import { NumberTable } from './number-table'

const shown = 50

/** Records, and what they cost, by the most frequent values of a column: a table whose rows are bars. */
export function GroupChart({
  of,
  view,
  plan: { price },
  locale,
  onFilter,
  title,
  column,
}: ChartProps & { title: string; column: string }) {
  const query = useQuery({
    ...recordChartOptions(of, view, { kind: 'groups', column, price, limit: shown }),
    placeholderData: keepPreviousData,
  })
  return (
    <ChartState query={query}>
      {({ groups, distinct, otherRecords }) => {
        const exact = (value: number) => formatCount(value, locale)
        const all = groups.reduce((sum, { records }) => sum + records, otherRecords)
        const most = Math.max(1, ...groups.map(({ records }) => records))
        const isBlank = groups.every(({ costs }) => costs.every(({ currency }) => currency === ''))
        const others = distinct - groups.length
        const chart: DrawnChart = {
          title: `Records${price ? ' and cost' : ''} by ${title}`,
          kind: 'rows',
          series: [{ key: 'records', name: 'Records', color: 'var(--color-chart-1)' }],
          points: groups.map(({ value, records }) => ({
            label: value || 'empty',
            values: { records },
          })),
          format: exact,
        }
        return (
          <ChartCard
            chart={chart}
            table={{
              head: [column, 'records', ...(price ? ['sums'] : [])],
              rows: [
                ...groups.map(({ value, records, costs }) => [
                  value,
                  `${records}`,
                  ...(price ? [costs.map(exactSum).join('; ')] : []),
                ]),
                ...(otherRecords > 0
                  ? [[`${others} others`, `${otherRecords}`, ...(price ? [''] : [])]]
                  : []),
              ],
            }}
          >
            <NumberTable
              label={chart.title}
              head={[
                column,
                'Records',
                'Share',
                ...(price ? [isBlank ? 'Cost, no currency' : 'Cost'] : []),
              ]}
              rows={[
                ...groups.map(({ value, records, costs }) => ({
                  key: value,
                  cells: [
                    <Bar key="value" share={records / most}>
                      <ChartLink onClick={() => onFilter([{ column, op: 'is', values: [value] }])}>
                        {value || <span className="text-ink-2">empty</span>}
                      </ChartLink>
                    </Bar>,
                    exact(records),
                    percent(records, all, locale),
                    ...(price
                      ? [costs.map((cost) => money(cost, locale, isBlank)).join(', ')]
                      : []),
                  ],
                })),
                ...(otherRecords > 0
                  ? [
                      {
                        key: '\0others',
                        cells: [
                          <span key="others" className="text-ink-2">
                            {exact(others)} others
                          </span>,
                          exact(otherRecords),
                          percent(otherRecords, all, locale),
                          ...(price ? [''] : []),
                        ],
                      },
                    ]
                  : []),
              ]}
            />
          </ChartCard>
        )
      }}
    </ChartState>
  )
}

function exactSum({ currency, sum }: CostSum): string {
  return currency ? `${sum} ${currency}` : sum
}

function money({ currency, sum, misfits }: CostSum, locale: string, isBlank: boolean): string {
  return `${formatMoney(sum, currency, locale)}${currency || isBlank ? '' : ' (no currency)'}${misfits > 0 ? `, ${misfits} unreadable` : ''}`
}

function percent(part: number, all: number, locale: string): string {
  const share = all === 0 ? 0 : (part / all) * 100
  return `${share.toLocaleString(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 })} %`
}

function Bar({ share, children }: { share: number; children: React.ReactNode }) {
  return (
    <span className="relative flex min-w-28 max-w-56 items-center">
      <span
        aria-hidden
        className="absolute inset-y-0 -left-1 rounded-sm bg-accent-soft forced-colors:border"
        style={{ width: `${share * 100}%` }}
      />
      <span className="relative min-w-0 truncate">{children}</span>
    </span>
  )
}
