/** What will be asked, in a sentence, and what it does to the bill, beside the button that does it. */
export function ReportSummary({
  sentence,
  cost,
  clipped,
}: {
  sentence: string | null
  cost: string
  clipped: boolean
}) {
  return (
    <section aria-label="Summary" aria-live="polite" className="grid gap-2">
      <h2 className="font-semibold">What will be asked</h2>
      <p className="wrap-anywhere">
        {sentence ?? 'Choose a product, and this says in a sentence what Vonage will be asked.'}
      </p>
      {clipped && (
        <p className="text-ink-2">
          The range ends later than now: it is cut to the moment when you create the report.
        </p>
      )}
      <p className="text-ink-2">{cost}</p>
    </section>
  )
}
