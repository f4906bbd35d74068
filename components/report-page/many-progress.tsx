import { Callout } from '@/components/ui/callout'
import { ProgressBar } from '@/components/ui/progress-bar'
import { reportState } from '@/lib/schemas/report-state'
import type { ReportRow } from '@/lib/schemas/views'

/** How many requests are done, and, when no more come, that the result is not whole. */
export function ManyProgress({ report }: { report: ReportRow }) {
  const { isPartial, ready, ended, total } = reportState(report.stateCounts)
  if (total === 0) return null
  return (
    <>
      <ProgressBar name="Requests ready" total={total} done={ready} bad={ended - ready} />
      {isPartial && (
        <Callout
          kind="warning"
          title={`Records are missing: ${total - ready} of ${total} requests have no file`}
        >
          A download holds the files that are there, and its manifest names what is missing. Retry
          what failed, or look below why it did.
        </Callout>
      )}
    </>
  )
}
