import type { Metadata } from 'next'
import { AccountsView } from '@/components/accounts/accounts-view'
import { requireUser } from '@/lib/auth/current-user'
import { listAccounts } from '@/lib/data/accounts/list-accounts'
import { listKnownSubaccounts } from '@/lib/data/subaccounts/list-known-subaccounts'
import { paths } from '@/lib/paths'
import { hasRight } from '@/lib/schemas/rights'
import { listBudgets } from '@/lib/services/check-budgets'
import {
  addAccount,
  addSandboxAccount,
  checkAccount,
  relabelAccount,
  removeAccount,
  replaceSecret,
  setBudget,
} from './actions'
import { listSubaccounts } from './subaccount-actions'

export const metadata: Metadata = { title: 'Accounts' }

export default async function AccountsPage() {
  const user = await requireUser(paths.accounts)
  const accounts = await listAccounts(user)
  const ids = accounts.map(({ id }) => id)
  const [budgets, subaccounts] = await Promise.all([listBudgets(ids), listKnownSubaccounts(ids)])
  return (
    <AccountsView
      accounts={accounts}
      budgets={budgets}
      subaccounts={subaccounts}
      canManage={hasRight(user.role, 'accounts.manage')}
      canAsk={hasRight(user.role, 'reports.create')}
      actions={actions}
    />
  )
}

const actions = {
  add: addAccount,
  addSandbox: addSandboxAccount,
  relabel: relabelAccount,
  replaceSecret,
  remove: removeAccount,
  check: checkAccount,
  setBudget,
  listSubaccounts,
}
