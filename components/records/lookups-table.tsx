'use client'

import { Search } from 'lucide-react'
import { Count } from '@/components/format/count'
import { RelativeTime } from '@/components/format/relative-time'
import { Badge } from '@/components/ui/badge'
import { DataTable } from '@/components/ui/data-table'
import { dataColumnHelper } from '@/components/ui/data-table-features'
import { EmptyState } from '@/components/ui/empty-state'
import { PageLink } from '@/components/ui/page-link'
import type { Tone } from '@/components/ui/tone'
import { paths } from '@/lib/paths'
import type { LookupState, LookupView } from '@/lib/schemas/record-lookup'
import { describeLookup, lookupStateWords } from './describe-lookup'

const helper = dataColumnHelper<LookupView>()

const tones: Record<LookupState, Tone> = {
  partial: 'progress',
  done: 'positive',
  failed: 'negative',
  doubtful: 'caution',
  fetching: 'progress',
}

const columns = [
  helper.display({
    id: 'what',
    header: 'Look-up',
    meta: { card: 'title', className: 'max-md:pr-0! md:py-1.5' },
    cell: ({ row: { original } }) => (
      <span className="wrap-anywhere">
        <PageLink
          href={paths.lookup(original.id)}
          className="font-medium underline-offset-2 hover:underline"
        >
          {describeLookup(original)}
        </PageLink>
        <span className="text-ink-2"> · {original.account.label}</span>
      </span>
    ),
  }),
  helper.display({
    id: 'state',
    header: 'State',
    cell: ({ row: { original } }) => (
      <Badge tone={tones[original.state]}>{lookupStateWords[original.state]}</Badge>
    ),
  }),
  helper.display({
    id: 'found',
    header: 'Found',
    meta: { align: 'right' },
    cell: ({ row: { original } }) => (
      <>
        <Count value={original.rows} />
        <span className="md:hidden"> found</span>
      </>
    ),
  }),
  helper.display({
    id: 'missing',
    header: 'Not found',
    meta: { align: 'right', card: 'hidden' },
    cell: ({ row: { original } }) =>
      original.by === 'ids' ? <Count value={original.missingIds.length} /> : null,
  }),
  helper.display({
    id: 'by',
    header: 'Asked by',
    meta: { className: 'text-ink-2' },
    cell: ({ row: { original } }) => original.createdBy,
  }),
  helper.display({
    id: 'when',
    header: 'When',
    meta: { className: 'text-ink-2' },
    cell: ({ row: { original } }) => <RelativeTime value={original.createdAt} />,
  }),
]

/** Earlier look-ups: everybody's, since what one has paid for nobody needs to pay for again. */
export function LookupsTable({ lookups }: { lookups: LookupView[] }) {
  return (
    <DataTable
      label="Earlier look-ups"
      columns={columns}
      rows={lookups}
      getRowId={({ id }) => id}
      empty={
        <EmptyState icon={<Search />} title="Nothing was looked up yet">
          One lost message, one call: look it up by its id, or all records of an hour by dates. It
          comes at once, unlike a report. What was found stays here.
        </EmptyState>
      }
    />
  )
}
