'use client'

import type { ReactNode } from 'react'
import { ChartCard } from '@/components/charts/chart-card'
import type { ChartTable, DrawnChart } from '@/components/charts/drawn-chart'
import { StackedBars } from '@/components/charts/stacked-bars'
import { ChartLink } from './chart-link'
import { NumberTable } from './number-table'

/** A chart over time: bars, a table of their numbers, and from both the way to the records of a step. */
export function TimeChart({
  chart,
  starts,
  table,
  head,
  lines,
  nameStep,
  most,
  note,
  onChoose,
}: {
  chart: DrawnChart
  /** When the steps of the chart begin. */
  starts: readonly string[]
  table: ChartTable
  /** Of the table to read: what its numbers are. */
  head: readonly string[]
  /** Its lines; `at` is null where no time can be read. */
  lines: readonly { key: string; at: string | null; cells: readonly string[] }[]
  /** A step in words. */
  nameStep: (at: string) => string
  /** Where the scale ends; by what is there, unless told. */
  most?: number
  /** What the bars don’t show. */
  note?: ReactNode
  onChoose: (at: string, series?: string) => void
}) {
  return (
    <ChartCard
      chart={chart}
      table={table}
      tableView={
        <NumberTable
          label={chart.title}
          head={['From', ...head]}
          rows={lines.map(({ key, at, cells }) => ({
            key,
            cells: [
              at === null ? (
                'No readable time'
              ) : (
                <ChartLink key="at" onClick={() => onChoose(at)}>
                  {nameStep(at)}
                </ChartLink>
              ),
              ...cells,
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
            format={chart.format}
            most={most}
            onPick={(index, series) => onChoose(starts[index] ?? '', series)}
          />
        </div>
        {note && <p className="text-ink-2 text-xs">{note}</p>}
      </div>
    </ChartCard>
  )
}
