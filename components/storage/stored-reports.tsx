'use client'

import { useMemo, useRef } from 'react'
import { Count } from '@/components/format/count'
import { DateTime } from '@/components/format/date-time'
import { FileSize } from '@/components/format/file-size'
import { DataTable } from '@/components/ui/data-table'
import { dataColumnHelper } from '@/components/ui/data-table-features'
import { PageLink } from '@/components/ui/page-link'
import { Section } from '@/components/ui/section'
import { useToast } from '@/components/ui/toaster'
import { paths } from '@/lib/paths'
import type { StoredReport } from '@/lib/schemas/storage'
import { HoldButton } from './hold-button'
import type { HoldReport } from './storage-actions'

const helper = dataColumnHelper<StoredReport>()

const columns = [
  helper.display({
    id: 'report',
    header: 'Report',
    meta: { card: 'title' },
    cell: ({ row: { original } }) => (
      <PageLink
        href={paths.report(original.reportId)}
        className="wrap-anywhere font-medium hover:underline"
      >
        {original.title}
      </PageLink>
    ),
  }),
  helper.display({
    id: 'files',
    header: 'Files',
    meta: { align: 'right', card: 'hidden' },
    cell: ({ row: { original } }) => <Count value={original.files} />,
  }),
  helper.display({
    id: 'bytes',
    header: 'Size',
    meta: { align: 'right' },
    cell: ({ row: { original } }) => <FileSize bytes={original.bytes} />,
  }),
  helper.display({
    id: 'archived',
    header: 'Archived',
    meta: { className: 'text-ink-2', card: 'hidden' },
    cell: ({ row: { original } }) => <DateTime value={original.archivedAt} form="date" />,
  }),
  helper.display({
    id: 'until',
    header: 'Kept',
    cell: ({ row: { original } }) =>
      original.goesAt ? (
        <>
          until <DateTime value={original.goesAt} form="date" />
        </>
      ) : (
        <>on hold by {original.heldBy}</>
      ),
  }),
]

/** Reports whose files go next, or are on hold. */
export function StoredReports({
  title,
  reports,
  empty,
  holdReport,
}: {
  title: string
  reports: readonly StoredReport[]
  empty: string
  /** Null: the person may not. */
  holdReport: HoldReport | null
}) {
  const toast = useToast()
  const heading = useRef<HTMLHeadingElement>(null)
  const all = useMemo(
    () => [
      ...columns,
      ...(holdReport
        ? [
            helper.display({
              id: 'hold',
              header: 'Hold',
              meta: { align: 'right' as const, card: 'actions' as const, hideHeader: true },
              cell: ({ row: { original } }) => (
                <HoldButton
                  reportId={original.reportId}
                  title={original.title}
                  isHeld={original.heldBy !== null}
                  holdReport={holdReport}
                  onDone={() => {
                    // Its row, and the button with it, goes to the other table.
                    heading.current?.focus()
                    toast({
                      tone: 'positive',
                      title: original.heldBy === null ? 'On hold' : 'Released from hold',
                      text: original.title,
                    })
                  }}
                />
              ),
            }),
          ]
        : []),
    ],
    [holdReport, toast],
  )
  return (
    <Section title={title} heading={heading}>
      <DataTable
        label={title}
        columns={all}
        rows={reports}
        getRowId={({ reportId }) => reportId}
        empty={<p className="text-ink-2">{empty}</p>}
      />
    </Section>
  )
}
