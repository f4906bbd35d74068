'use client'

import { useQuery } from '@tanstack/react-query'
import { describePollError } from '@/components/requests/describe-poll-error'
import { LiveLight } from '@/components/requests/live-light'
import type { RequestHandlers } from '@/components/requests/request-handlers'
import { useDeeds } from '@/components/requests/use-deeds'
import { PageBody } from '@/components/shell/page-body'
import { PageHeader } from '@/components/shell/page-header'
import { Badge } from '@/components/ui/badge'
import { Callout } from '@/components/ui/callout'
import { paths } from '@/lib/paths'
import { reportDetailOptions } from '@/lib/queries/reports'
import type { ReportDetail } from '@/lib/schemas/views'
import { KeptParts } from './kept-parts'
import { ReportActions } from './report-actions'
import { ReportAtVonage } from './report-at-vonage'
import { ReportFile } from './report-file'
import { ReportHeadline } from './report-headline'
import { ReportParameters } from './report-parameters'
import { ReportProblem } from './report-problem'
import { ReportProgress } from './report-progress'
import { ReportTimeline } from './report-timeline'
import { WayOut } from './way-out'

/** One report: how it stands first, then everything that is known of it. */
export function ReportView({
  first,
  canCreate,
  handlers,
}: {
  /** What the server read when the page opened. */
  first: ReportDetail
  canCreate: boolean
  handlers: RequestHandlers
}) {
  const query = useQuery({ ...reportDetailOptions(first.id), initialData: first })
  const report = query.data
  const { request } = report
  const deeds = useDeeds(request, handlers)
  const fault = describePollError(query.error, {
    hasData: true,
    back: paths.report(report.id),
    retry: () => void query.refetch(),
  })

  return (
    <>
      <PageHeader
        title={report.title}
        back={{ href: paths.reports, label: 'Reports' }}
        badge={request.account.environment === 'sandbox' && <Badge tone="caution">Sandbox</Badge>}
        actions={<ReportActions report={report} canCreate={canCreate} deeds={deeds} />}
      />
      <PageBody>
        <div className="grid grid-cols-1 gap-4">
          {fault && (
            <Callout kind="warning" title={fault.title} action={fault.action} live>
              {fault.text}
            </Callout>
          )}
          <ReportProblem
            request={request}
            action={<WayOut report={report} canCreate={canCreate} deeds={deeds} />}
          />
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
            <ReportHeadline report={report} />
            <LiveLight error={query.error} updatedAt={query.dataUpdatedAt} />
          </div>
        </div>
        <ReportProgress report={report} />
        <div className="grid items-start gap-8 lg:grid-cols-3">
          <ReportParameters report={report} />
          <ReportFile request={request} />
          <ReportAtVonage request={request} />
        </div>
        <KeptParts parts={report.keptParts} timeZone={report.timeZone} />
        <ReportTimeline events={report.events} />
        {deeds.dialog}
      </PageBody>
    </>
  )
}
