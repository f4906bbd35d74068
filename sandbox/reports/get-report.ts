import { type Answer, answerJson } from '../http/answer'
import type { Call } from '../http/call'
import { reportNotFound } from '../http/problems'
import type { Sandbox } from '../sandbox'
import { findJob } from './find-job'
import { buildReportBody } from './report-body'

/** `GET /v2/reports/{id}`. */
export function getReport(sandbox: Sandbox, call: Call): Answer {
  const job = findJob(sandbox, call.account.apiKey, call.id)
  if (!job) return reportNotFound(call.id)
  return answerJson(buildReportBody(job, call.origin, sandbox.clock.now()), job.id)
}
