import type { RequestView } from '@/lib/schemas/views'
import { describeDays } from './describe-days'

/** The range in its own zone: whole days as days, both included, anything else with its times. */
export function ReportRange({
  request: { dateStart, dateEnd },
  timeZone,
}: {
  request: Pick<RequestView, 'dateStart' | 'dateEnd'>
  timeZone: string
}) {
  return (
    <span title={timeZone} className="whitespace-nowrap tabular-nums">
      {describeDays(dateStart, dateEnd, timeZone)}
    </span>
  )
}
