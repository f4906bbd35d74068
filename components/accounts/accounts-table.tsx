'use client'

import { useMemo } from 'react'
import { RelativeTime } from '@/components/format/relative-time'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { dataColumnHelper } from '@/components/ui/data-table-features'
import type { BudgetCheck } from '@/lib/schemas/budget'
import type { KnownSubaccounts } from '@/lib/schemas/subaccounts'
import type { AccountView } from '@/lib/schemas/views'
import { AccountConnection } from './account-connection'
import { AccountMenu } from './account-menu'
import { BudgetStanding } from './budget-standing'
import type { AccountTasks } from './use-account-tasks'

const helper = dataColumnHelper<AccountView>()

const columns = [
  helper.display({
    id: 'account',
    header: 'Account',
    meta: { card: 'title', className: 'md:min-w-40' },
    cell: ({ row: { original } }) => (
      <span className="flex items-center gap-2">
        <span className="wrap-anywhere font-medium">{original.label}</span>
        {original.environment === 'sandbox' && <Badge tone="caution">Sandbox</Badge>}
      </span>
    ),
  }),
  helper.display({
    id: 'api-key',
    header: 'API key',
    cell: ({ row: { original } }) => <span className="figures">{original.apiKey}</span>,
  }),
  helper.display({
    id: 'secret',
    header: 'Secret',
    cell: ({ row: { original } }) => (
      <span className="figures whitespace-nowrap text-ink-2">{original.secretTail}</span>
    ),
  }),
]

const lastUsed = helper.display({
  id: 'last-used',
  header: 'Last used',
  meta: { className: 'text-ink-2' },
  cell: ({ row: { original } }) =>
    original.lastUsedAt ? (
      <>
        <span className="md:hidden">used </span>
        <RelativeTime value={original.lastUsedAt} />
      </>
    ) : (
      'not yet used'
    ),
})

export function AccountsTable({
  accounts,
  budgets,
  subaccounts,
  canManage,
  canAsk,
  tasks,
}: {
  accounts: AccountView[]
  budgets: BudgetCheck[]
  subaccounts: KnownSubaccounts[]
  canManage: boolean
  canAsk: boolean
  tasks: AccountTasks
}) {
  const all = useMemo(
    () => [
      ...columns,
      helper.display({
        id: 'connection',
        header: 'Connection',
        cell: ({ row: { original } }) => (
          <AccountConnection account={original} checking={tasks.checkingId === original.id} />
        ),
      }),
      lastUsed,
      ...(subaccounts.length > 0 || canAsk
        ? [
            helper.display({
              id: 'subaccounts',
              header: 'Sub-accounts',
              cell: ({ row: { original } }) => {
                const known = subaccounts.find(({ accountId }) => accountId === original.id)
                if (!known && !canAsk) return <span className="text-ink-2">not listed</span>
                return (
                  <Button
                    variant="ghost"
                    size="sm"
                    className="-ml-2"
                    onClick={() => tasks.open('subaccounts', original)}
                  >
                    {known ? known.subaccounts.length : 'List'}
                    <span className="max-md:not-sr-only sr-only"> sub-accounts</span>
                    <span className="sr-only"> of {original.label}</span>
                  </Button>
                )
              },
            }),
          ]
        : []),
      ...(budgets.length > 0
        ? [
            helper.display({
              id: 'budget',
              header: 'This month',
              meta: { align: 'right' },
              cell: ({ row: { original } }) => (
                <BudgetStanding
                  budget={budgets.find(({ accountId }) => accountId === original.id)}
                />
              ),
            }),
          ]
        : []),
      ...(canManage
        ? [
            helper.display({
              id: 'actions',
              header: 'Actions',
              meta: { card: 'actions', align: 'right', hideHeader: true, className: 'w-10' },
              cell: ({ row: { original } }) => <AccountMenu account={original} tasks={tasks} />,
            }),
          ]
        : []),
    ],
    [budgets, subaccounts, canManage, canAsk, tasks],
  )
  return (
    <DataTable
      label="Accounts"
      columns={all}
      rows={accounts}
      getRowId={({ id }) => id}
      empty={null}
    />
  )
}
