import { useQueryClient } from '@tanstack/react-query'
import { DateTime } from '@/components/format/date-time'
import { HoldButton } from '@/components/storage/hold-button'
import type { HoldReport } from '@/components/storage/storage-actions'
import { Section } from '@/components/ui/section'
import { reportDetailOptions } from '@/lib/queries/reports'
import type { ReportDetail } from '@/lib/schemas/views'

/** How long the report's files stay, and what keeps them longer. */
export function ReportRetention({
  report: { id, title, retention, bytes },
  holdReport,
}: {
  report: ReportDetail
  /** Null: the person may not. */
  holdReport: HoldReport | null
}) {
  const queries = useQueryClient()
  if (bytes === 0) return null
  const { heldBy, goesAt } = retention
  return (
    <Section
      title="Kept"
      action={
        holdReport && (
          <HoldButton
            reportId={id}
            title={title}
            isHeld={heldBy !== null}
            holdReport={holdReport}
            onDone={() => void queries.invalidateQueries(reportDetailOptions(id))}
          />
        )
      }
    >
      <p className="text-ink-2">
        {heldBy !== null ? (
          <>On hold by {heldBy}: nothing and nobody deletes its files until it is released.</>
        ) : goesAt ? (
          <>
            Until <DateTime value={goesAt} form="date" />, as its account says; then files are
            deleted. Hash, size and rows stay on record.
          </>
        ) : (
          <>For ever, or until somebody deletes it.</>
        )}
      </p>
    </Section>
  )
}
