import { Callout } from '@/components/ui/callout'
import { ProgressBar } from '@/components/ui/progress-bar'
import { reportState } from '@/lib/schemas/report-state'
import type { ReportRow } from '@/lib/schemas/views'

/** How many requests are done, and what of it needs a person: some are in doubt, or the result is not whole. */
export function ManyProgress({ report: { stateCounts } }: { report: ReportRow }) {
  const { isPartial, ready, ended, total } = reportState(stateCounts)
  const { unconfirmed = 0, rejected = 0, failed = 0, expired = 0 } = stateCounts
  if (total === 0) return null
  return (
    <>
      <ProgressBar name="Requests ready" total={total} done={ready} bad={ended - ready} />
      {unconfirmed > 0 && (
        <Callout
          kind="warning"
          title={`Vonage’s answer to ${unconfirmed === 1 ? 'one request' : `${unconfirmed.toLocaleString('en')} requests`} was lost`}
        >
          Nobody knows whether it was made, and is billed. Nothing is sent twice by itself: show the
          unconfirmed ones below, and send each again or give it up.
        </Callout>
      )}
      {isPartial && (
        <Callout
          kind="warning"
          title={`Records are missing: ${(total - ready).toLocaleString('en')} of ${total.toLocaleString('en')} requests have no file`}
        >
          A download holds the files that are there, and its manifest names what is missing.
          {failed + expired > 0 && ' What failed or expired can be retried, billed anew.'}
          {rejected > 0 &&
            ' What was rejected would be refused again as it is: duplicate the report and correct it.'}
        </Callout>
      )}
    </>
  )
}
