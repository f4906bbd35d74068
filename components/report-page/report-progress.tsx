import { Elapsed } from '@/components/format/elapsed'
import { useNow } from '@/components/format/use-now'
import { ProgressSteps } from '@/components/ui/progress-steps'
import { Section } from '@/components/ui/section'
import { formatDuration } from '@/lib/format/duration'
import { isFinal } from '@/lib/schemas/states'
import type { SingleReport } from '@/lib/schemas/views'
import { listReportSteps } from './report-steps'

export function ReportProgress({ report }: { report: SingleReport }) {
  const { request } = report
  const end = request.archive?.archivedAt ?? request.endedAt
  return (
    <Section title="Progress">
      <ProgressSteps label="Progress" steps={listReportSteps(report)}>
        {isFinal(request.state) ? (
          end && (
            <>
              Took <Elapsed since={report.createdAt} until={end} /> altogether.
            </>
          )
        ) : (
          <>
            <Elapsed since={report.createdAt} /> so far. <Estimate report={report} />
          </>
        )}
      </ProgressSteps>
    </Section>
  )
}

function Estimate({ report: { request } }: { report: SingleReport }) {
  const now = useNow(1000)
  if (request.state !== 'running') return null
  if (!request.estimate) {
    return 'Vonage tells no progress, and there is no earlier report like this one to go by. It needs 5 to 10 minutes for a million records.'
  }
  const left = Date.parse(request.estimate.readyAt) - now
  const { basis } = request.estimate
  return left > 0
    ? `About ${formatDuration(left)} left, estimated ${basis}.`
    : `It takes longer than estimated ${basis}. Vonage tells no progress.`
}
