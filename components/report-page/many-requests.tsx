import type { ReactNode } from 'react'
import type { RequestHandlers } from '@/components/requests/request-handlers'
import type { SelectionHandlers, SelectionRights } from '@/components/selection/selection-handlers'
import { PageBody } from '@/components/shell/page-body'
import { PageHeader } from '@/components/shell/page-header'
import type { HoldReport } from '@/components/storage/storage-actions'
import { Badge } from '@/components/ui/badge'
import { paths } from '@/lib/paths'
import type { ReportDetail, RequestPage } from '@/lib/schemas/views'
import { KeptParts } from './kept-parts'
import { ManyActions } from './many-actions'
import { ManyHeadline } from './many-headline'
import { ManyProgress } from './many-progress'
import { ReportRetention } from './report-retention'
import { ReportTimeline } from './report-timeline'
import { RequestTable } from './request-table'

/** A report of many requests, or of none: how they stand together, then each of them. */
export function ManyRequests({
  report,
  firstPage,
  handlers,
  forSelected,
  holdReport,
  records,
  light,
  fault,
}: {
  report: ReportDetail
  firstPage: RequestPage | null
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
  return (
    <>
      <PageHeader
        title={report.title}
        back={{ href: paths.reports, label: 'Reports' }}
        badge={report.isSandbox && <Badge tone="caution">Sandbox</Badge>}
        actions={<ManyActions report={report} handlers={handlers} forSelected={forSelected} />}
      />
      <PageBody>
        <div className="grid grid-cols-1 gap-4">
          {fault}
          <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
            <ManyHeadline report={report} />
            {light}
          </div>
          {records}
          <ManyProgress report={report} />
        </div>
        {report.requestCount > 0 && (
          <RequestTable report={report} firstPage={firstPage} handlers={handlers} />
        )}
        <KeptParts reportId={report.id} parts={report.keptParts} timeZone={report.timeZone} />
        <ReportRetention report={report} holdReport={holdReport} />
        <ReportTimeline events={report.events} />
      </PageBody>
    </>
  )
}
