import { randomUUID } from 'node:crypto'
import { type Answer, answerJson } from '../http/answer'
import type { Call } from '../http/call'
import { forbidden, malformedJson, unprocessable } from '../http/problems'
import { openSource } from '../records/open-source'
import type { Sandbox } from '../sandbox'
import type { Job, Outcome } from '../state/job'
import { settleResult } from './counter'
import { planStart } from './duration'
import { buildReportBody } from './report-body'
import { validateQuestion } from './validate-question'

/** The body as an object, or null when it is not the JSON of one. */
export function readJsonObject(body: Buffer): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null
  } catch {
    return null
  }
}

/** Ids are not always bare UUIDs: Vonage's pages show some with a prefix. */
function makeRequestId(number: number): string {
  return number % 5 === 4 ? `ri3p58f-${randomUUID()}` : randomUUID()
}

/** `POST /v2/reports`. `outcome` is what the report shall come to. */
export async function createReport(
  sandbox: Sandbox,
  call: Call,
  outcome: Outcome,
): Promise<Answer> {
  const { clock, directory, ledger, counter } = sandbox
  const input = readJsonObject(call.body)
  if (!input) return malformedJson()
  const now = clock.now()
  const rules = { now, sync: false, dayLimit: false, withDates: true }
  const validated = validateQuestion(input, rules)
  if (!validated.ok) return unprocessable(validated.invalid)
  const { question, echo, callbackUrl } = validated
  if (!directory.mayQuery(call.account.apiKey, question.accountId)) return forbidden()

  const id = makeRequestId(ledger.jobs.size)
  const job: Job = {
    id,
    fileId: randomUUID(),
    apiKey: call.account.apiKey,
    question,
    echo,
    callbackUrl,
    origin: call.origin,
    outcome,
    receivedAt: now,
    startAt: planStart(id, now, clock),
  }
  const rows = openSource(sandbox, question, now).knownCount()
  if (rows !== null) job.result = settleResult(job, rows, sandbox.maxRows, clock)
  await ledger.addJob(job)
  if (!job.result) counter.enqueue(job)
  sandbox.callbacks.schedule()
  return answerJson(buildReportBody(job, call.origin, now), id)
}
