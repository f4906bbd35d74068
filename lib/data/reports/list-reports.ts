import { appNow } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import type { ListReportsInput } from '@/lib/schemas/report-list'
import type { ReportPage } from '@/lib/schemas/views'
import { findReportPage } from './find-report-page'
import { toReportRows } from './report-row'

/**
 * A page of the history. All users see all reports of their instance.
 * @param timeZone of the days that the filter names
 */
export async function listReports(
  actor: UserActor,
  input: ListReportsInput,
  timeZone: string,
): Promise<ReportPage> {
  const [{ reports, ...cursors }, now] = await Promise.all([
    findReportPage(input, timeZone),
    appNow(),
  ])
  return { rows: await toReportRows(reports, actor), ...cursors, now: now.toISOString() }
}
