import type { RequestView } from '@/lib/schemas/views'
import { describeDays } from './describe-days'

/** Of a table's column of ranges: one with times takes two lines where there is no room for it. */
export const rangeClass = 'md:max-xl:min-w-40 xl:whitespace-nowrap'

/** The range in its own zone: whole days as days, both included, anything else with its times. */
export function ReportRange({
  request: { dateStart, dateEnd },
  timeZone,
}: {
  request: Pick<RequestView, 'dateStart' | 'dateEnd'>
  timeZone: string
}) {
  return (
    <span title={timeZone} className="tabular-nums">
      {describeDays(dateStart, dateEnd, timeZone)}
    </span>
  )
}
