'use client'

import type { ReactNode } from 'react'
import { Count } from '@/components/format/count'
import { DataTable } from '@/components/ui/data-table'
import { dataColumnHelper } from '@/components/ui/data-table-features'
import type { SpentBy } from '@/lib/schemas/spending'
import { Amount } from './amount'
import { monthName } from './month-name'

const helper = dataColumnHelper<SpentBy>()

const kinds = {
  month: {
    label: 'By month',
    header: 'Month',
    name: ({ key }: SpentBy): ReactNode => monthName(key),
  },
  product: {
    label: 'By product',
    header: 'Product',
    name: ({ label }: SpentBy): ReactNode => label,
  },
  account: {
    label: 'By account',
    header: 'Account',
    name: ({ label }: SpentBy): ReactNode => label,
  },
  target: {
    label: 'By sub-account',
    header: 'Account ID',
    name: ({ key, label }: SpentBy): ReactNode => (
      <>
        <span className="figures">{key}</span> <span className="text-ink-2">{label}</span>
      </>
    ),
  },
  person: {
    label: 'By person',
    header: 'Person',
    name: ({ key, label }: SpentBy): ReactNode =>
      key === '' ? <span className="text-ink-2">Made elsewhere</span> : label,
  },
}

export type SpentKind = keyof typeof kinds

const columnsOf = (kind: SpentKind) => [
  helper.display({
    id: 'name',
    header: kinds[kind].header,
    meta: { card: 'title', className: 'max-md:pr-0!' },
    cell: ({ row }) => <span className="wrap-anywhere">{kinds[kind].name(row.original)}</span>,
  }),
  helper.display({
    id: 'calls',
    header: 'Asked',
    meta: { align: 'right' },
    cell: ({ row }) => (
      <>
        <Count value={row.original.calls} />
        <span className="md:hidden"> asked</span>
      </>
    ),
  }),
  helper.display({
    id: 'records',
    header: 'Records',
    meta: { align: 'right' },
    cell: ({ row }) => (
      <>
        <Count value={row.original.records} />
        <span className="md:hidden"> records</span>
      </>
    ),
  }),
  ...(kind === 'person'
    ? []
    : [
        helper.display({
          id: 'ours',
          header: 'Ours',
          meta: { align: 'right', card: 'hidden' },
          cell: ({ row: { original } }) => (
            <Amount amount={original.ours} currency={original.currency} />
          ),
        }),
        helper.display({
          id: 'elsewhere',
          header: 'Made elsewhere',
          meta: { align: 'right', card: 'hidden' },
          cell: ({ row: { original } }) => (
            <Amount amount={original.elsewhere} currency={original.currency} />
          ),
        }),
      ]),
  helper.display({
    id: 'total',
    header: 'Total',
    meta: { align: 'right', className: 'font-medium' },
    cell: ({ row: { original } }) => (
      <Amount amount={original.total} currency={original.currency} />
    ),
  }),
]

const columns = Object.fromEntries(
  (Object.keys(kinds) as SpentKind[]).map((kind) => [kind, columnsOf(kind)]),
) as Record<SpentKind, ReturnType<typeof columnsOf>>

/** What each month, product, account, sub-account or person cost: a row for each currency. */
export function SpentTable({ kind, rows }: { kind: SpentKind; rows: SpentBy[] }) {
  return (
    <DataTable
      label={kinds[kind].label}
      density="compact"
      columns={columns[kind]}
      rows={rows}
      getRowId={({ key, currency }) => `${key} ${currency}`}
      empty={null}
    />
  )
}
