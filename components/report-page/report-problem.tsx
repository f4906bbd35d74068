import type { ReactNode } from 'react'
import { Callout } from '@/components/ui/callout'
import { isFinal } from '@/lib/schemas/states'
import type { RequestView } from '@/lib/schemas/views'
import { describeCut } from './describe-cut'

/** What went wrong, what it means for the data and the bill, and the button that helps. */
export function ReportProblem({
  request: { problem, state, requestStatus, archive },
  timeZone,
  action,
}: {
  request: RequestView
  timeZone: string
  action: ReactNode
}) {
  if (problem) {
    return (
      <Callout
        kind={isFinal(state) && state !== 'ready' ? 'error' : 'warning'}
        title={problem.title}
        action={action}
      >
        <p>{problem.meaning}</p>
        <p>{problem.nextStep}</p>
        {problem.instance && (
          <p className="mt-1">
            For Vonage’s support: <span className="figures wrap-anywhere">{problem.instance}</span>
          </p>
        )}
      </Callout>
    )
  }
  if (state === 'ready' && requestStatus === 'TRUNCATED') {
    return (
      <Callout kind="warning" title="Rows are missing: Vonage cut the file" action={action}>
        <p>{archive && describeCut(archive, timeZone)}</p>
        <p>
          The report was larger than Vonage’s limit of about 1 GB. What is missing can be asked for
          in smaller parts; their records are billed.
        </p>
      </Callout>
    )
  }
  return null
}
