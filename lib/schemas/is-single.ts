import type { ReportRow, SingleReport } from './views'

/** Whether a report has exactly one request, which then is what there is to say about it. */
export function isSingle<R extends ReportRow>(report: R): report is R & SingleReport {
  return report.request !== null
}
