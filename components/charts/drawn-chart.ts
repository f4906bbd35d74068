import type { BarPoint, BarSeries } from './stacked-bars'

/** What a chart shows, and how it is written down as a picture and a table. */
export type DrawnChart = {
  /** Says what it shows, and of which records. */
  title: string
  /** `columns`: over time, stacked; `rows`: a bar a line. */
  kind: 'columns' | 'rows'
  series: readonly BarSeries[]
  points: readonly BarPoint[]
  /** An amount in words. */
  format: (value: number) => string
}

/** The exact numbers of a chart. */
export type ChartTable = { head: readonly string[]; rows: readonly (readonly string[])[] }
