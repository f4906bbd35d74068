import { Count } from '@/components/format/count'
import type { FormPlan } from './use-plan'

/** What will be asked, in a sentence, and what it does to the bill, beside the button that does it. */
export function ReportSummary({
  sentence,
  cost,
  clipped,
  requests,
  here,
}: Pick<FormPlan, 'sentence' | 'cost' | 'clipped' | 'requests'> & {
  /** What of it is here already, as far as that is known; null while the form isn't complete. */
  here: string | null
}) {
  const sent = requests.filter(({ problem }) => problem === null).length
  return (
    <section aria-label="Summary" aria-live="polite" className="grid gap-2">
      <h2 className="font-semibold">What will be asked</h2>
      <p className="wrap-anywhere">
        {sentence ?? 'Choose a product, and this says in a sentence what Vonage will be asked.'}
      </p>
      {requests.length > 1 && (
        <p>
          This makes{' '}
          <strong className="font-medium">
            <Count value={sent} /> {sent === 1 ? 'request' : 'requests'}
          </strong>{' '}
          in one report; they are listed under Requests.
        </p>
      )}
      {clipped && (
        <p className="text-ink-2">
          The range ends later than now: it is cut to the moment when you create the report.
        </p>
      )}
      <p className="text-ink-2">{cost}</p>
      {/* Keeps its room, so that the button beneath stays where it is. */}
      {here !== null && <p className="min-h-[2lh]">{here}</p>}
    </section>
  )
}
