import type { Metadata } from 'next'
import { ReportsView } from '@/components/reports/reports-view'
import { requireUser } from '@/lib/auth/current-user'
import { readDisplay } from '@/lib/auth/display'
import { readPreferences } from '@/lib/auth/preferences'
import { listAccounts } from '@/lib/data/accounts/list-accounts'
import { listReports } from '@/lib/data/reports/list-reports'
import { listPeople } from '@/lib/data/users/list-people'
import { paths } from '@/lib/paths'
import { readListInput } from '@/lib/schemas/report-list'
import { hasRight } from '@/lib/schemas/rights'
import { changePreferences } from '../settings/actions'
import { requestHandlers } from './request-handlers'
import { selectionHandlers, selectionRights } from './selection-handlers'

export const metadata: Metadata = { title: 'Reports' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ReportsPage({ searchParams }: Props) {
  const user = await requireUser(paths.reports)
  const input = readListInput(await searchParams)
  const { timeZone } = await readDisplay()
  const [page, accounts, people, preferences] = await Promise.all([
    listReports(user, input, timeZone),
    listAccounts(user),
    listPeople(user),
    readPreferences(),
  ])
  return (
    <ReportsView
      first={{ input, page }}
      handlers={requestHandlers}
      forSelected={{ handlers: selectionHandlers, rights: selectionRights(user.role) }}
      preferences={preferences}
      filterNames={{ accounts: accounts.map(({ id, label }) => ({ id, label })), people }}
      onChangePreferences={changePreferences}
      hasAccounts={accounts.length > 0}
      canCreate={hasRight(user.role, 'reports.create')}
      canManageAccounts={hasRight(user.role, 'accounts.manage')}
    />
  )
}
