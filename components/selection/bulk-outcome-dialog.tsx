import { Check, TriangleAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { BulkDeed, BulkOutcome } from '@/lib/schemas/selection'
import { describeOutcome, describeReport, describeUntouched, isUntouched } from './outcome-words'

/** What came of a deed, report by report: what was done, and what was not and why. */
export function BulkOutcomeDialog({
  deed,
  outcomes,
  onClose,
}: {
  deed: BulkDeed
  outcomes: readonly BulkOutcome[]
  onClose: () => void
}) {
  const untouched = describeUntouched(deed, outcomes)
  return (
    <Dialog
      open
      title={describeOutcome(deed, outcomes)}
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={onClose}>
          Close
        </Button>
      }
    >
      <ul className="grid max-h-80 gap-3 overflow-y-auto">
        {outcomes
          .filter((outcome) => !isUntouched(outcome))
          .map((outcome) => (
            <li key={outcome.id} className="grid gap-1">
              <p className="font-medium">{outcome.title}</p>
              {describeReport(deed, outcome).map(({ isDone, text }) => (
                <p key={text} className="flex gap-2 text-ink-2">
                  {isDone ? (
                    <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-positive" />
                  ) : (
                    <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-caution" />
                  )}
                  {text}
                </p>
              ))}
            </li>
          ))}
      </ul>
      {untouched && <p className="text-ink-2 text-sm">{untouched}</p>}
    </Dialog>
  )
}
