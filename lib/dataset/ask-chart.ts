import type { ChartResult, RecordChart, RecordScope } from '@/lib/schemas/records'
import { askCost } from './ask-cost'
import { askGroups } from './ask-groups'
import { askPercentiles } from './ask-percentiles'
import { askTotals } from './ask-totals'
import { askVolume } from './ask-volume'
import type { Asked } from './read-page'

/**
 * What a chart shows of the records in a scope: counted and summed exactly, so that it equals the rows below it.
 * @throws AppError `invalid`, `forbidden` as `findColumn`; DatasetError as `QueryEngine.ask`
 */
export function askChart(
  asked: Asked,
  scope: RecordScope,
  chart: RecordChart,
): Promise<ChartResult> {
  switch (chart.kind) {
    case 'volume':
      return askVolume(asked, scope, chart)
    case 'cost':
      return askCost(asked, scope, chart)
    case 'groups':
      return askGroups(asked, scope, chart)
    case 'percentiles':
      return askPercentiles(asked, scope, chart)
    case 'totals':
      return askTotals(asked, scope, chart)
  }
}
