'use client'

import { useMemo } from 'react'
import { Count } from '@/components/format/count'
import { DateTime } from '@/components/format/date-time'
import { Button } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { dataColumnHelper } from '@/components/ui/data-table-features'
import { PageLink } from '@/components/ui/page-link'
import { isProductCode, productTitle } from '@/lib/catalogue/products'
import { paths } from '@/lib/paths'
import type { ElsewhereReport } from '@/lib/schemas/elsewhere'

const helper = dataColumnHelper<ElsewhereReport>()

const columns = [
  helper.display({
    id: 'what',
    header: 'Report',
    meta: { card: 'title', className: 'md:py-1.5' },
    cell: ({ row: { original } }) => (
      <span className="grid">
        <span className="wrap-anywhere">{nameReport(original)}</span>
        <span className="figures wrap-anywhere text-ink-2">{original.requestId}</span>
      </span>
    ),
  }),
  helper.display({
    id: 'range',
    header: 'Range',
    meta: { className: 'text-ink-2 md:py-1.5' },
    cell: ({ row: { original } }) =>
      original.dateStart && original.dateEnd ? (
        <>
          <DateTime value={original.dateStart} timeZone="UTC" /> to{' '}
          <DateTime value={original.dateEnd} timeZone="UTC" showZone />
        </>
      ) : (
        'not told'
      ),
  }),
  helper.display({
    id: 'received',
    header: 'Received',
    meta: { className: 'text-ink-2' },
    cell: ({ row: { original } }) =>
      original.receivedAt ? <DateTime value={original.receivedAt} /> : 'not told',
  }),
  helper.display({
    id: 'status',
    header: 'Vonage says',
    cell: ({ row: { original } }) => <span className="figures">{original.status ?? ''}</span>,
  }),
  helper.display({
    id: 'records',
    header: 'Records',
    meta: { align: 'right' },
    cell: ({ row: { original } }) =>
      original.records === null ? null : <Count value={original.records} />,
  }),
]

/** Reports that Vonage tells of: those that are here lead to themselves, the others can be taken over. */
export function ElsewhereTable({
  reports,
  adopting,
  onAdopt,
}: {
  reports: ElsewhereReport[]
  /** The id of the one that is being taken over. */
  adopting: string | null
  onAdopt: (requestId: string) => void
}) {
  const all = useMemo(
    () => [
      ...columns,
      helper.display({
        id: 'here',
        header: 'Here',
        meta: { card: 'actions', align: 'right' },
        cell: ({ row: { original } }) =>
          original.known ? (
            <PageLink
              href={paths.report(original.known.reportId)}
              className="text-accent-ink underline-offset-2 hover:underline"
            >
              Open<span className="sr-only"> {original.known.title}</span>
            </PageLink>
          ) : (
            <Button
              size="sm"
              pending={adopting === original.requestId}
              onClick={() => onAdopt(original.requestId)}
            >
              Adopt<span className="sr-only"> {original.requestId}</span>
            </Button>
          ),
      }),
    ],
    [adopting, onAdopt],
  )
  return (
    <DataTable
      label="Reports at Vonage"
      columns={all}
      rows={reports}
      getRowId={({ requestId }) => requestId}
      empty={<p className="text-ink-2">Vonage tells of no reports of the last 4 days.</p>}
    />
  )
}

function nameReport({ product, direction, targetAccountId, isFromUsage }: ElsewhereReport): string {
  const name = isProductCode(product) ? productTitle(product) : product || 'Report'
  return [
    direction ? `${name} ${direction}` : name,
    targetAccountId,
    isFromUsage && 'known from usage',
  ]
    .filter(Boolean)
    .join(' · ')
}
