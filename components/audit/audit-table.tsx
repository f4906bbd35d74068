'use client'

import { ScrollText } from 'lucide-react'
import { DateTime } from '@/components/format/date-time'
import { DataTable } from '@/components/ui/data-table'
import { dataColumnHelper } from '@/components/ui/data-table-features'
import { EmptyState } from '@/components/ui/empty-state'
import { PageLink } from '@/components/ui/page-link'
import { describeBrowser } from '@/lib/format/describe-browser'
import { paths } from '@/lib/paths'
import type { AuditRow } from '@/lib/schemas/audit'

const helper = dataColumnHelper<AuditRow>()

const whoElse: Record<string, string> = {
  stranger: 'not signed in',
  console: 'on the server',
  worker: 'the worker',
  callback: 'a callback',
}

const columns = [
  helper.display({
    id: 'when',
    header: 'When',
    meta: { className: 'text-ink-2' },
    cell: ({ row: { original } }) => <DateTime value={original.at} form="exact" />,
  }),
  helper.display({
    id: 'what',
    header: 'What',
    meta: { card: 'title', className: 'max-md:pr-0! md:py-1.5' },
    cell: ({ row: { original } }) => {
      const text = <span className="wrap-anywhere">{original.text}</span>
      return original.subjectKind === 'report' && original.subjectId ? (
        <PageLink
          href={paths.report(original.subjectId)}
          className="underline-offset-2 hover:underline"
        >
          {text}
        </PageLink>
      ) : (
        text
      )
    },
  }),
  helper.display({
    id: 'who',
    header: 'Who',
    meta: { className: 'md:py-1.5' },
    cell: ({ row: { original } }) => (
      <span className="wrap-anywhere">
        {original.actorName || 'Somebody'}
        {original.actorKind in whoElse && (
          <span className="text-ink-2"> · {whoElse[original.actorKind]}</span>
        )}
      </span>
    ),
  }),
  helper.display({
    id: 'where',
    header: 'Where',
    meta: { className: 'text-ink-2 md:min-w-56 md:py-1.5 xl:whitespace-nowrap' },
    cell: ({ row: { original } }) =>
      original.address && (
        <span className="wrap-anywhere" title={original.userAgent || undefined}>
          {original.address} · {describeBrowser(original.userAgent)}
        </span>
      ),
  }),
]

export function AuditTable({ rows, isFiltered }: { rows: AuditRow[]; isFiltered: boolean }) {
  return (
    <DataTable
      label="Audit"
      columns={columns}
      rows={rows}
      getRowId={({ id }) => id}
      empty={
        <EmptyState
          icon={<ScrollText />}
          title={isFiltered ? 'Nothing like that was written down' : 'Nothing was written down yet'}
        >
          {isFiltered
            ? 'Search for less, choose more days, or clear the filter.'
            : 'Every sign-in and every change is written down here as it happens, and stays. Nobody can edit or delete an entry.'}
        </EmptyState>
      }
    />
  )
}
