'use client'

import { KeyRound } from 'lucide-react'
import { useState, useTransition } from 'react'
import { runAction } from '@/components/actions/run-action'
import { PageBody } from '@/components/shell/page-body'
import { PageHeader } from '@/components/shell/page-header'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { useToast } from '@/components/ui/toaster'
import type { BudgetCheck } from '@/lib/schemas/budget'
import type { KnownSubaccounts } from '@/lib/schemas/subaccounts'
import type { AccountView } from '@/lib/schemas/views'
import type { AccountActions } from './account-actions'
import { AccountRefusal } from './account-refusal'
import { AccountsTable } from './accounts-table'
import { AddAccountDialog } from './add-account-dialog'
import { useAccountTasks } from './use-account-tasks'

/** All accounts of this instance, and what an admin may do with them. */
export function AccountsView({
  accounts,
  budgets,
  subaccounts,
  canManage,
  canAsk,
  actions,
}: {
  accounts: AccountView[]
  /** Of those accounts that have one. */
  budgets: BudgetCheck[]
  /** Of those accounts whose sub-accounts were listed. */
  subaccounts: KnownSubaccounts[]
  canManage: boolean
  /** May ask Vonage for sub-accounts. */
  canAsk: boolean
  actions: AccountActions
}) {
  const toast = useToast()
  const { tasks, dialog } = useAccountTasks(actions, budgets, { known: subaccounts, canAsk })
  const [adding, setAdding] = useState(false)
  const [pending, startTransition] = useTransition()

  const addSandbox = () =>
    startTransition(async () => {
      const result = await runAction(() => actions.addSandbox({}), 'Try again.')
      if (result.ok) toast({ tone: 'positive', title: 'The sandbox account is ready.' })
      else toast({ tone: 'negative', title: 'No sandbox account', text: result.message })
    })

  const sandboxButton = (className: string) => (
    <Button pending={pending} onClick={addSandbox} className={className}>
      Add sandbox account
    </Button>
  )
  const addButton = (
    <Button variant="primary" onClick={() => setAdding(true)}>
      Add account
    </Button>
  )
  const buttons = canManage && (
    <>
      {sandboxButton('')}
      {addButton}
    </>
  )

  return (
    <>
      <PageHeader
        title="Accounts"
        actions={
          canManage &&
          accounts.length > 0 && (
            <>
              {sandboxButton('max-sm:hidden')}
              {addButton}
            </>
          )
        }
      />
      <PageBody>
        {accounts.length > 0 ? (
          <>
            {accounts
              .filter(({ refusedAt }) => refusedAt)
              .map((account) => (
                <AccountRefusal
                  key={account.id}
                  account={account}
                  canManage={canManage}
                  tasks={tasks}
                />
              ))}
            <AccountsTable
              accounts={accounts}
              budgets={budgets}
              subaccounts={subaccounts}
              canManage={canManage}
              canAsk={canAsk}
              tasks={tasks}
            />
            {canManage && sandboxButton('sm:hidden')}
          </>
        ) : (
          <EmptyState icon={<KeyRound />} title="No accounts yet" actions={buttons}>
            {canManage
              ? 'An account is a Vonage account whose records you want, with its API key and secret. To look around first, add the sandbox: it answers as Vonage does, with made-up records, and bills nothing.'
              : 'An admin connects Vonage accounts here. Until then there is nothing to report on.'}
          </EmptyState>
        )}
        {dialog}
        <AddAccountDialog open={adding} onClose={() => setAdding(false)} add={actions.add} />
      </PageBody>
    </>
  )
}
