import { type Answer, answerJson } from '../http/answer'
import type { Call } from '../http/call'
import { forbidden, invalidRequest } from '../http/problems'
import type { Sandbox } from '../sandbox'
import { day, parseTime } from '../times'
import { findJob } from './find-job'
import { buildReportBody } from './report-body'
import { reportStatuses, statusOf } from './status'

/** `GET /v2/reports`: deprecated, but its documents still stand. Reports older than 4 days are not listed. */
export function listReports(sandbox: Sandbox, call: Call): Answer {
  const { clock, directory, ledger } = sandbox
  const now = clock.now()
  const accountId = call.query.get('account_id')
  if (accountId?.length !== 8) return invalidRequest('account_id is required and has 8 characters.')
  const wanted = (call.query.get('status') ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)
  const known = reportStatuses.filter((status) => wanted.includes(status))
  if (wanted.length === 0 || known.length < new Set(wanted).size) {
    return invalidRequest(`status is required: a list of [${reportStatuses.join(', ')}].`)
  }
  const [from, to] = [call.query.get('date_from'), call.query.get('date_to')]
  const start = from === null ? now - 7 * day : parseTime(from)
  const end = to === null ? now + 1 : parseTime(to)
  if (start === null || end === null) return invalidRequest('date_from or date_to is not a date.')
  if (!directory.mayQuery(call.account.apiKey, accountId)) return forbidden()

  const reports = [...ledger.jobs.values()]
    .filter((job) => job.question.accountId === accountId)
    .filter((job) => findJob(sandbox, call.account.apiKey, job.id) !== null)
    .filter((job) => job.receivedAt >= start && job.receivedAt < end)
    .filter((job) => known.includes(statusOf(job, now)))
    .map((job) => buildReportBody(job, call.origin, now))
  return answerJson({
    self_link: `${call.origin}/v2/reports?${call.query}`,
    items_count: reports.length,
    reports,
  })
}
