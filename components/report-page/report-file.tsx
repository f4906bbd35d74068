import { Count } from '@/components/format/count'
import { DateTime } from '@/components/format/date-time'
import { FileSize } from '@/components/format/file-size'
import { CopyButton } from '@/components/ui/copy-button'
import { DescriptionList } from '@/components/ui/description-list'
import { Section } from '@/components/ui/section'
import { isFinal } from '@/lib/schemas/states'
import type { RequestView } from '@/lib/schemas/views'

/** The file that is kept here. */
export function ReportFile({ request: { archive, state } }: { request: RequestView }) {
  return (
    <Section title="File">
      {archive ? (
        <DescriptionList
          items={[
            { term: 'Rows', value: <Count value={archive.rows} /> },
            { term: 'ZIP', value: <FileSize bytes={archive.bytes} /> },
            { term: 'CSV', value: <FileSize bytes={archive.csvBytes} /> },
            { term: 'Name inside', value: archive.entryName ?? 'The ZIP is empty', mono: true },
            {
              term: 'SHA-256',
              mono: true,
              value: (
                <span className="flex items-start gap-1">
                  <span className="wrap-anywhere">{archive.sha256}</span>
                  <CopyButton text={archive.sha256} name="Copy SHA-256" />
                </span>
              ),
            },
            { term: 'Archived', value: <DateTime value={archive.archivedAt} /> },
            ...(archive.deleted
              ? [
                  {
                    term: 'Deleted',
                    value: (
                      <>
                        <DateTime value={archive.deleted.at} /> by {archive.deleted.by}
                      </>
                    ),
                  },
                ]
              : []),
          ]}
        />
      ) : (
        <p className="text-ink-2">
          {isFinal(state)
            ? 'There is no file.'
            : 'It is fetched and kept here as soon as Vonage is done, whether or not this page is open.'}
        </p>
      )}
    </Section>
  )
}
