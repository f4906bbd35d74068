import { Count } from '@/components/format/count'
import { describeDays } from '@/components/requests/describe-days'
import { Badge } from '@/components/ui/badge'
import { PageLink } from '@/components/ui/page-link'
import { paths } from '@/lib/paths'
import type { PaidPart, RunningPart } from '@/lib/plan/paid-request'

/** Which records are in earlier reports, and which are being fetched by others. */
export function PaidPartsList({
  parts,
  running,
  timeZone,
}: {
  parts: readonly PaidPart[]
  running: readonly RunningPart[]
  timeZone: string
}) {
  return (
    <ul className="grid gap-1.5 text-sm">
      {parts.map((part) => (
        <li key={`${part.sourceRequestId} ${part.dateStart}`}>
          <Range part={part} timeZone={timeZone} /> in <ReportLink {...part} />
          <span className="text-ink-2">
            , {!part.recordsAreExact && 'about '}
            <Count value={part.records} /> records
          </span>{' '}
          {part.mayHaveChanged && <Badge tone="caution">May have changed</Badge>}
        </li>
      ))}
      {running.map((part) => (
        <li key={part.requestId}>
          <Range part={part} timeZone={timeZone} />{' '}
          {part.state === 'unconfirmed' ? 'was perhaps fetched by' : 'is being fetched by'}{' '}
          <ReportLink {...part} />
        </li>
      ))}
    </ul>
  )
}

type Part = { dateStart: string; dateEnd: string }

function Range({ part, timeZone }: { part: Part; timeZone: string }) {
  return (
    <span className="font-medium tabular-nums">
      {describeDays(part.dateStart, part.dateEnd, timeZone)}
    </span>
  )
}

function ReportLink({ reportId, reportTitle }: { reportId: string; reportTitle: string }) {
  return (
    <PageLink
      href={paths.report(reportId)}
      target="_blank"
      className="wrap-anywhere underline underline-offset-2"
    >
      {reportTitle}
    </PageLink>
  )
}
