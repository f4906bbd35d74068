'use client'

import { useMemo } from 'react'
import { Count } from '@/components/format/count'
import { DateTime } from '@/components/format/date-time'
import { ReportRange, rangeClass } from '@/components/requests/report-range'
import { Badge } from '@/components/ui/badge'
import { DataTable } from '@/components/ui/data-table'
import { dataColumnHelper } from '@/components/ui/data-table-features'
import { PageLink } from '@/components/ui/page-link'
import { Section } from '@/components/ui/section'
import { productTitle } from '@/lib/catalogue/products'
import { paths } from '@/lib/paths'
import type { KeptPartView } from '@/lib/schemas/views'

const helper = dataColumnHelper<KeptPartView>()

/**
 * What a report takes from files that were here already: of earlier reports, or its own where Vonage cut it off. Nothing
 * where it takes nothing.
 */
export function KeptParts({
  reportId,
  parts,
  timeZone,
}: {
  reportId: string
  parts: KeptPartView[]
  timeZone: string
}) {
  const columns = useMemo(() => makeColumns(reportId, timeZone), [reportId, timeZone])
  if (parts.length === 0) return null
  return (
    <Section title="Taken from earlier files, not billed again">
      <DataTable
        label="Taken from earlier files"
        columns={columns}
        rows={parts}
        getRowId={({ id }) => id}
        density="compact"
        empty={null}
      />
      {parts.some(({ mayHaveChanged }) => mayHaveChanged) && (
        <p className="text-ink-2 text-sm">
          May have changed: fetched within 72 hours of its end. A delivery status can be out of
          date, and calls that were still going on are missing.
        </p>
      )}
    </Section>
  )
}

function makeColumns(reportId: string, timeZone: string) {
  return [
    helper.display({
      id: 'records-of',
      header: 'Records of',
      meta: { card: 'title' },
      cell: ({ row: { original } }) => (
        <span className="wrap-anywhere">
          {productTitle(original.product, original.direction)} · {original.account.label}
          {original.isDeleted && (
            <>
              {' '}
              <Badge tone="negative">File deleted</Badge>
            </>
          )}
        </span>
      ),
    }),
    helper.display({
      id: 'range',
      header: 'Range',
      meta: { className: rangeClass },
      cell: ({ row: { original } }) => <ReportRange request={original} timeZone={timeZone} />,
    }),
    helper.display({
      id: 'records',
      header: 'Records',
      meta: { align: 'right' },
      cell: ({ row: { original } }) => (
        <span className="whitespace-nowrap">
          {!original.recordsAreExact && 'about '}
          <Count value={original.records} />
        </span>
      ),
    }),
    helper.display({
      id: 'from',
      header: 'From',
      cell: ({ row: { original } }) =>
        original.report.id === reportId ? (
          'This report, cut off by Vonage'
        ) : (
          <PageLink
            href={paths.report(original.report.id)}
            className="wrap-anywhere underline-offset-4 hover:underline"
          >
            {original.report.title}
          </PageLink>
        ),
    }),
    helper.display({
      id: 'as-of',
      header: 'As of',
      cell: ({ row: { original } }) => (
        <span className="inline-flex flex-wrap items-center gap-x-2">
          {original.fetchedAt && <DateTime value={original.fetchedAt} />}
          {original.mayHaveChanged && <Badge tone="caution">May have changed</Badge>}
        </span>
      ),
    }),
  ]
}
