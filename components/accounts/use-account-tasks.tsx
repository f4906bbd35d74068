'use client'

import { type ReactNode, useMemo, useState, useTransition } from 'react'
import { runAction } from '@/components/actions/run-action'
import { useToast } from '@/components/ui/toaster'
import type { BudgetCheck } from '@/lib/schemas/budget'
import type { KnownSubaccounts } from '@/lib/schemas/subaccounts'
import type { AccountView } from '@/lib/schemas/views'
import type { AccountActions } from './account-actions'
import { BudgetDialog } from './budget-dialog'
import { RelabelDialog } from './relabel-dialog'
import { RemoveAccountDialog } from './remove-account-dialog'
import { ReplaceSecretDialog } from './replace-secret-dialog'
import { SubaccountsDialog } from './subaccounts-dialog'

type Task = 'relabel' | 'replace-secret' | 'budget' | 'subaccounts' | 'remove'

export type AccountTasks = {
  /** The account that Vonage is being asked about. */
  checkingId: string | null
  check: (account: AccountView) => void
  open: (task: Task, account: AccountView) => void
}

/** What can be done with an account: from its menu, and from the notice when Vonage refuses it. */
export function useAccountTasks(
  actions: AccountActions,
  budgets: readonly BudgetCheck[],
  subaccounts: { known: readonly KnownSubaccounts[]; canAsk: boolean },
): {
  tasks: AccountTasks
  dialog: ReactNode
} {
  const toast = useToast()
  const [checking, startCheck] = useTransition()
  const [checkedId, setCheckedId] = useState<string | null>(null)
  const [opened, setOpened] = useState<{ task: Task; account: AccountView } | null>(null)
  const close = () => setOpened(null)

  const tasks = useMemo<AccountTasks>(
    () => ({
      checkingId: checking ? checkedId : null,
      check: (account) => {
        setCheckedId(account.id)
        startCheck(async () => {
          const result = await runAction(() => actions.check({ id: account.id }), 'Try again.')
          toast(
            result.ok
              ? { tone: 'positive', title: `${account.label} works` }
              : { tone: 'negative', title: `${account.label} does not work`, text: result.message },
          )
        })
      },
      open: (task, account) => setOpened({ task, account }),
    }),
    [actions, checking, checkedId, toast],
  )

  const dialogs = (account: AccountView) => ({
    relabel: <RelabelDialog account={account} onClose={close} relabel={actions.relabel} />,
    'replace-secret': (
      <ReplaceSecretDialog
        account={account}
        onClose={close}
        replaceSecret={actions.replaceSecret}
      />
    ),
    budget: (
      <BudgetDialog
        account={account}
        budget={budgets.find(({ accountId }) => accountId === account.id)}
        onClose={close}
        setBudget={actions.setBudget}
      />
    ),
    subaccounts: (
      <SubaccountsDialog
        account={account}
        known={subaccounts.known.find(({ accountId }) => accountId === account.id)}
        canAsk={subaccounts.canAsk}
        onClose={close}
        listSubaccounts={actions.listSubaccounts}
      />
    ),
    remove: <RemoveAccountDialog account={account} onClose={close} remove={actions.remove} />,
  })

  return { tasks, dialog: opened && dialogs(opened.account)[opened.task] }
}
