import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ReportView } from '@/components/report-page/report-view'
import { getCurrentUser, requireUser } from '@/lib/auth/current-user'
import { getReport } from '@/lib/data/reports/get-report'
import { listRequests } from '@/lib/data/reports/list-requests'
import { paths } from '@/lib/paths'
import { hasRight } from '@/lib/schemas/rights'
import { listDatasets } from '@/lib/services/ask-records'
import { holdReport } from '../../storage/actions'
import { requestHandlers } from '../request-handlers'
import { selectionHandlers, selectionRights } from '../selection-handlers'
import { prepareAgain } from './records/actions'

type Props = { params: Promise<{ id: string }> }

const findReport = cache(async (id: string) => {
  const user = await getCurrentUser()
  return user && getReport(user, id)
})

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const report = await findReport((await params).id)
  return { title: report?.title ?? 'Report' }
}

export default async function ReportPage({ params }: Props) {
  const { id } = await params
  const user = await requireUser(paths.report(id))
  const report = await findReport(id)
  if (!report) notFound()
  return (
    <ReportView
      first={report}
      firstPage={
        report.requestCount > 1 ? await listRequests(user, id, { state: null, page: 0 }) : null
      }
      datasets={await listDatasets(user, id)}
      prepareAgain={hasRight(user.role, 'reports.create') ? prepareAgain : null}
      canCreate={hasRight(user.role, 'reports.create')}
      handlers={requestHandlers}
      holdReport={hasRight(user.role, 'archives.delete') ? holdReport : null}
      forSelected={{ handlers: selectionHandlers, rights: selectionRights(user.role) }}
    />
  )
}
