import { Count } from '@/components/format/count'
import { Countdown } from '@/components/format/countdown'
import { DateTime } from '@/components/format/date-time'
import { FileSize } from '@/components/format/file-size'
import { ReportRange } from '@/components/requests/report-range'
import { RequestNoteText } from '@/components/requests/request-note-text'
import { StateBadge } from '@/components/ui/state-badge'
import type { RequestView, SingleReport } from '@/lib/schemas/views'

/** What was asked, by whom, and how it stands, in two lines. */
export function ReportHeadline({ report }: { report: SingleReport }) {
  const { request } = report
  return (
    <div className="grid gap-2">
      <p className="text-ink-2">
        <ReportRange request={request} timeZone={report.timeZone} />,{' '}
        {report.timeZone.replaceAll('_', ' ')} · asked by {report.createdBy},{' '}
        <DateTime value={report.createdAt} />
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg">
        <StateBadge
          state={request.state}
          flaw={request.requestStatus === 'TRUNCATED' ? 'truncated' : null}
          vonageStatus={request.requestStatus}
        />
        <span className="text-base text-ink-2">
          <StateFacts request={request} />
        </span>
      </p>
    </div>
  )
}

function StateFacts({ request }: { request: RequestView }) {
  const { archive, fileDeadline } = request
  if (archive) {
    return (
      <>
        <Count value={archive.rows} /> {archive.rows === 1 ? 'row' : 'rows'} ·{' '}
        <FileSize bytes={archive.bytes} /> · {archive.deleted ? 'deleted here' : 'kept here'}
        {fileDeadline && (
          <>
            ; Vonage deletes its copy in{' '}
            <Countdown until={fileDeadline} over="no time: it is gone" />
          </>
        )}
      </>
    )
  }
  if (request.problem) return null
  return (
    <>
      <RequestNoteText request={request} />
      {request.state === 'archiving' && fileDeadline && (
        <>
          {' · '}Vonage keeps it for another <Countdown until={fileDeadline} />
        </>
      )}
    </>
  )
}
