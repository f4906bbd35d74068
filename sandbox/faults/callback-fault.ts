import type { Job } from '../state/job'
import type { FaultRegistry, FaultTarget } from './registry'

export type CallbackFault = {
  name: string | null
  times: number
  delayMs: number
  /** Sent in place of the report's status. */
  garbage: string | null
}

/** What goes wrong with the callback of this report. */
export function drawCallbackFault(faults: FaultRegistry, job: Job): CallbackFault {
  const target: FaultTarget = {
    operation: 'callback',
    product: job.question.product,
    account: job.question.accountId,
    key: job.apiKey,
  }
  const fault = faults.draw('before', target) ?? faults.draw('after', target)
  const name = fault?.name ?? null
  return {
    name,
    times: name === 'drop-before' ? 0 : name === 'duplicate' ? 2 : 1,
    delayMs: name === 'slow-answer' ? (fault?.delayMs ?? 5000) : 0,
    garbage: name === 'unreadable' ? '<html>not JSON' : null,
  }
}
