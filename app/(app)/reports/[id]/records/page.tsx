import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { RecordsView } from '@/components/dataset/records-view'
import { requireUser } from '@/lib/auth/current-user'
import { getReport } from '@/lib/data/reports/get-report'
import { paths } from '@/lib/paths'
import { hasRight } from '@/lib/schemas/rights'
import { listDatasets } from '@/lib/services/ask-records'
import { prepareAgain } from './actions'

export const metadata: Metadata = { title: 'Records of a report' }

type Props = { params: Promise<{ id: string }> }

export default async function ReportRecordsPage({ params }: Props) {
  const { id } = await params
  const user = await requireUser(paths.reportRecords(id))
  const report = await getReport(user, id)
  if (!report) notFound()
  return (
    <RecordsView
      report={{ id: report.id, title: report.title, isSandbox: report.isSandbox }}
      first={await listDatasets(user, id)}
      prepareAgain={hasRight(user.role, 'reports.create') ? prepareAgain : null}
    />
  )
}
