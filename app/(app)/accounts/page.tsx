import type { Metadata } from 'next'
import { AccountsView } from '@/components/accounts/accounts-view'
import { requireUser } from '@/lib/auth/current-user'
import { listAccounts } from '@/lib/data/accounts/list-accounts'
import { paths } from '@/lib/paths'
import { hasRight } from '@/lib/schemas/rights'
import {
  addAccount,
  addSandboxAccount,
  checkAccount,
  relabelAccount,
  removeAccount,
  replaceSecret,
} from './actions'

export const metadata: Metadata = { title: 'Accounts' }

export default async function AccountsPage() {
  const user = await requireUser(paths.accounts)
  return (
    <AccountsView
      accounts={await listAccounts(user)}
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
}
