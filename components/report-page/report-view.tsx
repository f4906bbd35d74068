'use client'

import { useQuery } from '@tanstack/react-query'
import type { PrepareAgain } from '@/components/dataset/dataset-notice'
import { ReportRecords } from '@/components/dataset/report-records'
import { describePollError } from '@/components/requests/describe-poll-error'
import { LiveLight } from '@/components/requests/live-light'
import type { RequestHandlers } from '@/components/requests/request-handlers'
import type { SelectionHandlers, SelectionRights } from '@/components/selection/selection-handlers'
import type { HoldReport } from '@/components/storage/storage-actions'
import { Callout } from '@/components/ui/callout'
import { paths } from '@/lib/paths'
import { reportDetailOptions } from '@/lib/queries/reports'
import type { DatasetView } from '@/lib/schemas/dataset'
import { isSingle } from '@/lib/schemas/is-single'
import type { ReportDetail, RequestPage } from '@/lib/schemas/views'
import { ManyRequests } from './many-requests'
import { OneRequest } from './one-request'

/** One report: how it stands first, then everything that is known of it. */
export function ReportView({
  first,
  firstPage,
  datasets,
  prepareAgain,
  canCreate,
  handlers,
  forSelected,
  holdReport,
}: {
  /** What the server read when the page opened. */
  first: ReportDetail
  /** Of several requests, the first ones; null where there is one or none. */
  firstPage: RequestPage | null
  /** How far its records were prepared. */
  datasets: DatasetView[]
  /** Null for who may not. */
  prepareAgain: PrepareAgain | null
  canCreate: boolean
  handlers: RequestHandlers
  /** What can be done with all of it at once. */
  forSelected: { handlers: SelectionHandlers; rights: SelectionRights }
  /** Keeps its files from being deleted; null: the person may not. */
  holdReport: HoldReport | null
}) {
  const query = useQuery({ ...reportDetailOptions(first.id), initialData: first })
  const report = query.data
  const fault = describePollError(query.error, {
    hasData: true,
    back: paths.report(report.id),
    retry: () => void query.refetch(),
  })
  const same = {
    canCreate,
    handlers,
    forSelected,
    holdReport,
    records: <ReportRecords report={report} first={datasets} prepareAgain={prepareAgain} />,
    light: <LiveLight error={query.error} updatedAt={query.dataUpdatedAt} />,
    fault: fault && (
      <Callout kind="warning" title={fault.title} action={fault.action} live>
        {fault.text}
      </Callout>
    ),
  }
  return isSingle(report) ? (
    <OneRequest report={report} {...same} />
  ) : (
    <ManyRequests report={report} firstPage={firstPage} {...same} />
  )
}
