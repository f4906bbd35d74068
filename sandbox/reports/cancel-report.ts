import { type Answer, answerJson } from '../http/answer'
import type { Call } from '../http/call'
import { invalidAbort, reportNotFound } from '../http/problems'
import type { Sandbox } from '../sandbox'
import { findJob } from './find-job'
import { buildReportBody } from './report-body'
import { isTerminal, statusOf } from './status'

/** `DELETE /v2/reports/{id}`: only a report that has not ended can be cancelled. */
export async function cancelReport(sandbox: Sandbox, call: Call): Promise<Answer> {
  const job = findJob(sandbox, call.account.apiKey, call.id)
  if (!job) return reportNotFound(call.id)
  const now = sandbox.clock.now()
  if (isTerminal(statusOf(job, now))) return { ...invalidAbort(), requestId: job.id }
  await sandbox.ledger.abort(job.id, now)
  return answerJson(buildReportBody(job, call.origin, now), job.id)
}
