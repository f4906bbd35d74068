import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { NewReportView } from '@/components/report-form/new-report-view'
import { fromInput } from '@/components/report-form/to-input'
import { requireUser } from '@/lib/auth/current-user'
import { listAccounts } from '@/lib/data/accounts/list-accounts'
import { getReportParameters } from '@/lib/data/reports/get-report'
import { paths } from '@/lib/paths'
import { hasRight } from '@/lib/schemas/rights'
import { readStoredForm } from '@/lib/schemas/stored-form'
import { listSubaccounts } from '../../accounts/subaccount-actions'
import { createReport, previewReport } from './actions'

export const metadata: Metadata = { title: 'New report' }

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function NewReportPage({ searchParams }: Props) {
  const user = await requireUser(paths.newReport)
  const { duplicate } = await searchParams
  return (
    <NewReportView
      formId={randomUUID()}
      accounts={await listAccounts(user)}
      source={await findSource(duplicate)}
      canCreate={hasRight(user.role, 'reports.create')}
      canManageAccounts={hasRight(user.role, 'accounts.manage')}
      onSubmit={createReport}
      onPreview={previewReport}
      askSubaccounts={listSubaccounts}
    />
  )
}

/** What the report to copy was asked with; null when there is none, or when its form is not ours any more. */
async function findSource(id: string | string[] | undefined) {
  if (typeof id !== 'string') return null
  const form = readStoredForm(await getReportParameters(id))
  return form && fromInput(form)
}
