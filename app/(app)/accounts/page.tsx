import type { Metadata } from 'next'
import { AccountsView } from '@/components/accounts/accounts-view'
import { requireUser } from '@/lib/auth/current-user'
import { listAccounts } from '@/lib/data/accounts/list-accounts'
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

export const metadata: Metadata = { title: 'Accounts' }

export default async function AccountsPage() {
  const user = await requireUser(paths.accounts)
  const accounts = await listAccounts(user)
  return (
    <AccountsView
      accounts={accounts}
      budgets={await listBudgets(accounts.map(({ id }) => id))}
      canManage={hasRight(user.role, 'accounts.manage')}
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
}
