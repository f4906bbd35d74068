import { Count } from '@/components/format/count'
import { DateTime } from '@/components/format/date-time'
import { FileSize } from '@/components/format/file-size'
import { ReportRange } from '@/components/requests/report-range'
import { StateBadge } from '@/components/ui/state-badge'
import { reportState } from '@/lib/schemas/report-state'
import type { ReportDetail } from '@/lib/schemas/views'

/** What was asked, by whom, and the one state that its requests make. */
export function ManyHeadline({ report }: { report: ReportDetail }) {
  const { state, isPartial, words, total } = reportState(report.stateCounts)
  const kept = report.keptParts.filter(({ isDeleted }) => !isDeleted)
  const keptRecords = kept.reduce((sum, { records }) => sum + records, 0)
  return (
    <div className="grid gap-2">
      <p className="text-ink-2">
        <ReportRange request={report} timeZone={report.timeZone} />,{' '}
        {report.timeZone.replaceAll('_', ' ')} · asked by {report.createdBy},{' '}
        <DateTime value={report.createdAt} />
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg">
        <StateBadge state={state} flaw={isPartial ? 'partial' : null} />
        <span className="text-base text-ink-2">
          {words}
          {total === 0 && 'all of its records are in earlier reports, so nothing was asked for'}
          {report.rows > 0 && (
            <>
              {' · '}
              <Count value={report.rows} /> {report.rows === 1 ? 'row' : 'rows'} ·{' '}
              <FileSize bytes={report.bytes} />
            </>
          )}
          {keptRecords > 0 && (
            <>
              {' · '}
              {kept.some(({ recordsAreExact }) => !recordsAreExact) && 'about '}
              <Count value={keptRecords} /> rows from earlier files
            </>
          )}
        </span>
      </p>
    </div>
  )
}
