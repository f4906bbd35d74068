'use client'

import { Badge } from '@/components/ui/badge'
import { DataTable } from '@/components/ui/data-table'
import { dataColumnHelper } from '@/components/ui/data-table-features'
import type { SubaccountView } from '@/lib/schemas/subaccounts'

const helper = dataColumnHelper<SubaccountView>()

const columns = [
  helper.display({
    id: 'name',
    header: 'Name',
    meta: { card: 'title' },
    cell: ({ row: { original } }) => (
      <span className="flex flex-wrap items-center gap-2">
        <span className="wrap-anywhere">{original.name || 'without a name'}</span>
        {original.suspended && <Badge tone="neutral">Suspended</Badge>}
      </span>
    ),
  }),
  helper.display({
    id: 'api-key',
    header: 'API key',
    cell: ({ row: { original } }) => <span className="figures">{original.apiKey}</span>,
  }),
]

export function SubaccountTable({
  subaccounts,
  hasAny,
}: {
  subaccounts: readonly SubaccountView[]
  hasAny: boolean
}) {
  return (
    <DataTable
      label="Sub-accounts"
      density="compact"
      columns={columns}
      rows={subaccounts}
      getRowId={({ apiKey }) => apiKey}
      empty={
        <p className="text-ink-2">
          {hasAny ? 'None of that name or key.' : 'This account has no sub-accounts.'}
        </p>
      }
    />
  )
}
