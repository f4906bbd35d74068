import type { ReactNode } from 'react'
import type { RequestHandlers } from '@/components/requests/request-handlers'
import { useDeeds } from '@/components/requests/use-deeds'
import type { SelectionHandlers, SelectionRights } from '@/components/selection/selection-handlers'
import { useBulk } from '@/components/selection/use-bulk'
import { PageBody } from '@/components/shell/page-body'
import { PageHeader } from '@/components/shell/page-header'
import type { HoldReport } from '@/components/storage/storage-actions'
import { Badge } from '@/components/ui/badge'
import { paths } from '@/lib/paths'
import type { ReportDetail, SingleReport } from '@/lib/schemas/views'
import { KeptParts } from './kept-parts'
import { ReportActions } from './report-actions'
import { ReportAtVonage } from './report-at-vonage'
import { ReportFile } from './report-file'
import { ReportHeadline } from './report-headline'
import { ReportParameters } from './report-parameters'
import { ReportProblem } from './report-problem'
import { ReportProgress } from './report-progress'
import { ReportRetention } from './report-retention'
import { ReportTimeline } from './report-timeline'
import { WayOut } from './way-out'

/** A report of one request: all that is known of it. */
export function OneRequest({
  report,
  canCreate,
  handlers,
  forSelected,
  holdReport,
  records,
  light,
  fault,
}: {
  report: ReportDetail & SingleReport
  canCreate: boolean
  handlers: RequestHandlers
  forSelected: { handlers: SelectionHandlers; rights: SelectionRights }
  holdReport: HoldReport | null
  /** The way to what is in it. */
  records: ReactNode
  /** Whether what is shown is live. */
  light: ReactNode
  /** Why it can't be read any more. */
  fault: ReactNode
}) {
  const { request } = report
  const deeds = useDeeds(request, handlers)
  const bulk = useBulk(report.id, forSelected.handlers)
  const hasFile = request.archive !== null && request.archive.deleted === null

  return (
    <>
      <PageHeader
        title={report.title}
        back={{ href: paths.reports, label: 'Reports' }}
        badge={report.isSandbox && <Badge tone="caution">Sandbox</Badge>}
        actions={
          <ReportActions
            report={report}
            canCreate={canCreate}
            canDelete={forSelected.rights.canDelete && hasFile}
            deeds={deeds}
            onAskBulk={bulk.ask}
          />
        }
      />
      <PageBody>
        <div className="grid grid-cols-1 gap-4">
          {fault}
          <ReportProblem
            request={request}
            timeZone={report.timeZone}
            action={<WayOut report={report} canCreate={canCreate} deeds={deeds} />}
          />
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
            <ReportHeadline report={report} />
            {light}
          </div>
          {records}
        </div>
        <ReportProgress report={report} />
        <div className="grid items-start gap-8 lg:grid-cols-3">
          <ReportParameters report={report} />
          <ReportFile request={request} />
          <ReportAtVonage request={request} />
        </div>
        <KeptParts reportId={report.id} parts={report.keptParts} timeZone={report.timeZone} />
        <ReportRetention report={report} holdReport={holdReport} />
        <ReportTimeline events={report.events} />
        {deeds.dialog}
        {bulk.dialog}
      </PageBody>
    </>
  )
}
