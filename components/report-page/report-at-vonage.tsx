import { Count } from '@/components/format/count'
import { Countdown } from '@/components/format/countdown'
import { DateTime } from '@/components/format/date-time'
import { CopyButton } from '@/components/ui/copy-button'
import { type Description, DescriptionList } from '@/components/ui/description-list'
import { Section } from '@/components/ui/section'
import type { RequestView } from '@/lib/schemas/views'

/** What Vonage itself says, in its own words. */
export function ReportAtVonage({ request }: { request: RequestView }) {
  const items: Description[] = [
    ...(request.requestId
      ? [
          {
            term: 'Request ID',
            mono: true,
            value: (
              <span className="flex items-start gap-1">
                <span className="wrap-anywhere">{request.requestId}</span>
                <CopyButton text={request.requestId} name="Copy request ID" />
              </span>
            ),
          },
        ]
      : []),
    ...(request.requestStatus
      ? [{ term: 'Status', value: request.requestStatus, mono: true }]
      : []),
    ...time('Received', request.receiveTime),
    ...time('Started', request.startTime),
    ...(request.itemsCount === null
      ? []
      : [{ term: 'Records', value: <Count value={request.itemsCount} /> }]),
    ...time('Seen finished', request.finishedSeenAt),
    ...(request.fileDeadline
      ? [
          {
            term: 'Its copy',
            value: (
              <>
                kept until <DateTime value={request.fileDeadline} /> (
                <Countdown until={request.fileDeadline} over="gone" />)
              </>
            ),
          },
        ]
      : []),
  ]
  return (
    <Section title="Vonage">
      {items.length > 0 ? (
        <DescriptionList items={items} />
      ) : (
        <p className="text-ink-2">Vonage has not answered yet.</p>
      )}
    </Section>
  )
}

function time(term: string, at: string | null): Description[] {
  return at ? [{ term, value: <DateTime value={at} /> }] : []
}
