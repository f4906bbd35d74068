import type { ChartPlan } from '@/lib/catalogue/record-charts'
import type { RecordsOf } from '@/lib/queries/records'
import type { RecordFilter } from '@/lib/schemas/records'
import type { ViewControl } from './use-record-view'

/** What every chart of records is given. */
export type ChartProps = {
  of: RecordsOf
  view: ViewControl['view']
  plan: ChartPlan
  timeZone: string
  locale: string
  /** A part of the chart was chosen. */
  onFilter: (filters: RecordFilter[]) => void
}
