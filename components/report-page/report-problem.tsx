import type { ReactNode } from 'react'
import { Callout } from '@/components/ui/callout'
import { isFinal } from '@/lib/schemas/states'
import type { RequestView } from '@/lib/schemas/views'

/** What went wrong, what it means for the data and the bill, and the button that helps. */
export function ReportProblem({
  request: { problem, state, requestStatus },
  action,
}: {
  request: RequestView
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
        The report was larger than Vonage’s limit of about 1 GB. Ask for smaller ranges to have all
        rows; each of them is billed by its records.
      </Callout>
    )
  }
  return null
}
