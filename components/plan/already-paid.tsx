import { Count } from '@/components/format/count'
import { Button } from '@/components/ui/button'
import { RadioGroup } from '@/components/ui/radio-group'
import type { PlanPreview } from '@/lib/plan/plan-preview'
import type { CreateReportInput } from '@/lib/schemas/create-report'
import { describeShare } from './describe-share'
import { PaidPartsList } from './paid-parts-list'

/** Which of the records are here or on their way already, and what shall be done about it. */
export function AlreadyPaid({
  preview,
  timeZone,
  reuse,
  onReuse,
  onCancel,
}: {
  preview: PlanPreview
  timeZone: string
  reuse: CreateReportInput['reuse']
  onReuse: (reuse: CreateReportInput['reuse']) => void
  onCancel: () => void
}) {
  const { parts, moreParts, running, requests, keptReports } = preview
  return (
    <section aria-label="Already paid" className="grid gap-3 rounded-lg border border-line p-3.5">
      <h3 className="font-medium">Already paid</h3>
      {parts.length > 0 && (
        <p>
          {describeShare(preview)} already in{' '}
          {keptReports === 1 ? 'an earlier report' : `${keptReports} earlier reports`}:{' '}
          {!preview.keptRecordsAreExact && 'about '}
          <Count value={preview.keptRecords} /> records.
        </p>
      )}
      <PaidPartsList parts={parts} running={running} timeZone={timeZone} />
      {moreParts > 0 && (
        <p className="text-ink-2">
          And <Count value={moreParts} /> more.
        </p>
      )}
      {preview.mayHaveChanged && (
        <p className="text-ink-2 text-xs">
          What is marked was fetched before Vonage had settled it: statuses and prices may have
          changed since.
        </p>
      )}
      {running.length > 0 && (
        <p className="text-ink-2 text-xs">
          What is being fetched can’t be used yet. Create this report once that one is ready, and it
          is not paid for twice.
        </p>
      )}
      {parts.length > 0 && (
        <RadioGroup
          label="What shall be asked for"
          hideLabel
          options={[
            {
              value: 'kept',
              label: 'Use what is here, ask only for the rest',
              hint:
                requests.kept === 0
                  ? 'All of it is here: nothing is asked for, and nothing is billed.'
                  : nameRequests(requests.kept),
            },
            {
              value: 'all',
              label: 'Ask for all of it again',
              hint: `${nameRequests(requests.none)}. What is here is billed again.`,
            },
          ]}
          value={reuse}
          onChange={onReuse}
        />
      )}
      <Button size="sm" variant="ghost" className="-ml-2 justify-self-start" onClick={onCancel}>
        Cancel, ask for nothing
      </Button>
    </section>
  )
}

function nameRequests(count: number): string {
  return count === 1 ? 'One request' : `${count} requests`
}
