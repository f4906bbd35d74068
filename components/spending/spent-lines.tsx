'use client'

import { Count } from '@/components/format/count'
import { DateTime } from '@/components/format/date-time'
import { DataTable } from '@/components/ui/data-table'
import { dataColumnHelper } from '@/components/ui/data-table-features'
import { PageLink } from '@/components/ui/page-link'
import { isProductCode, productTitle } from '@/lib/catalogue/products'
import { paths } from '@/lib/paths'
import type { SpentLine } from '@/lib/schemas/spending'
import { Amount } from './amount'

const helper = dataColumnHelper<SpentLine>()

const kindWords: Record<SpentLine['kind'], string> = {
  report: 'report',
  'by dates': 'records by dates',
  'by ids': 'records by ids',
  other: 'other',
}

const columns = [
  helper.display({
    id: 'what',
    header: 'What',
    meta: { card: 'title', className: 'max-md:pr-0! md:py-1.5' },
    cell: ({ row: { original } }) => (
      <span className="wrap-anywhere">
        {isProductCode(original.product) ? productTitle(original.product) : original.product}
        <span className="text-ink-2"> · {kindWords[original.kind]}</span>
      </span>
    ),
  }),
  helper.display({
    id: 'when',
    header: 'When',
    meta: { className: 'text-ink-2' },
    cell: ({ row: { original } }) => <DateTime value={original.receivedAt} />,
  }),
  helper.display({
    id: 'account',
    header: 'Account ID',
    meta: { className: 'md:py-1.5' },
    cell: ({ row: { original } }) => (
      <span className="wrap-anywhere">
        <span className="figures">{original.targetAccountId}</span>{' '}
        <span className="text-ink-2">{original.targetName}</span>
      </span>
    ),
  }),
  helper.display({
    id: 'whose',
    header: 'Whose',
    meta: { className: 'md:py-1.5' },
    cell: ({ row: { original } }) => <Whose line={original} />,
  }),
  helper.display({
    id: 'records',
    header: 'Records',
    meta: { align: 'right' },
    cell: ({ row: { original } }) =>
      original.records === null ? (
        <span className="text-ink-2">not told</span>
      ) : (
        <>
          <Count value={original.records} />
          <span className="md:hidden"> records</span>
        </>
      ),
  }),
  helper.display({
    id: 'total',
    header: 'Total',
    meta: { align: 'right', className: 'font-medium' },
    cell: ({ row: { original } }) =>
      original.total === null ? (
        <span className="font-normal text-ink-2">no price told</span>
      ) : (
        <Amount amount={original.total} currency={original.currency} />
      ),
  }),
]

function Whose({ line: { here, isOurs, accountId, recordId, kind } }: { line: SpentLine }) {
  if (!here)
    return (
      <span className="wrap-anywhere text-ink-2">
        Made elsewhere
        {kind === 'report' && (
          <>
            {' · '}
            <PageLink
              href={paths.elsewhere({ account: accountId, id: recordId })}
              className="underline-offset-2 hover:underline"
            >
              adopt
            </PageLink>
          </>
        )}
      </span>
    )
  const href = here.href === 'report' ? paths.report(here.id) : paths.lookup(here.id)
  return (
    <span className="wrap-anywhere">
      <PageLink href={href} className="underline-offset-2 hover:underline">
        {here.title}
      </PageLink>
      <span className="text-ink-2">
        {' · '}
        {isOurs ? here.person : 'made elsewhere, adopted'}
        {here.isLikely && ', likely'}
      </span>
    </span>
  )
}

/** What was charged, one by one. */
export function SpentLines({ rows }: { rows: SpentLine[] }) {
  return (
    <DataTable
      label="Charged"
      density="compact"
      columns={columns}
      rows={rows}
      getRowId={({ accountId, recordId }) => `${accountId} ${recordId}`}
      empty={null}
    />
  )
}
