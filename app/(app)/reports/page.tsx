import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { ReportsView } from '@/components/reports/reports-view'
import { parseViewSettings, viewCookie } from '@/components/reports/reports-view-settings'
import { requireUser } from '@/lib/auth/current-user'
import { listAccounts } from '@/lib/data/accounts/list-accounts'
import { listReports } from '@/lib/data/reports/list-reports'
import { paths } from '@/lib/paths'
import { listReportsSchema } from '@/lib/schemas/reports'
import { hasRight } from '@/lib/schemas/rights'
import { requestHandlers } from './request-handlers'

export const metadata: Metadata = { title: 'Reports' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function ReportsPage({ searchParams }: Props) {
  const user = await requireUser(paths.reports)
  const input = listReportsSchema.parse(await searchParams)
  const [page, accounts, jar] = await Promise.all([
    listReports(user, input),
    listAccounts(user),
    cookies(),
  ])
  return (
    <ReportsView
      first={{ input, page }}
      handlers={requestHandlers}
      settings={parseViewSettings(jar.get(viewCookie)?.value)}
      hasAccounts={accounts.length > 0}
      canCreate={hasRight(user.role, 'reports.create')}
      canManageAccounts={hasRight(user.role, 'accounts.manage')}
    />
  )
}
