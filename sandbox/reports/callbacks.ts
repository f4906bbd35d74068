import { setTimeout as wait } from 'node:timers/promises'
import type { Clock } from '../clock'
import { drawCallbackFault } from '../faults/callback-fault'
import type { FaultRegistry } from '../faults/registry'
import type { RequestLog } from '../http/request-log'
import type { Job } from '../state/job'
import type { Ledger } from '../state/ledger'
import { buildReportBody } from './report-body'

export type Callbacks = {
  /** Looks which callbacks are due, sends them, and comes back for the next one. */
  schedule(): void
  stop(): void
}

type Parts = { clock: Clock; ledger: Ledger; faults: FaultRegistry; log: RequestLog }

const timeoutMs = 5000

/**
 * POSTs a report's status to its `callback_url` once it has ended, unless it was cancelled. Once only, and without
 * a signature: no retry and no signature is documented. What was due while the sandbox was down is sent at its start.
 */
export function createCallbacks({ clock, ledger, faults, log }: Parts): Callbacks {
  const stopping = new AbortController()
  const sending = new Set<string>()
  let timer: NodeJS.Timeout | null = null

  const dueAt = (job: Job): number | null =>
    job.callbackUrl &&
    job.result &&
    job.outcome !== 'stuck' &&
    job.abortedAt === undefined &&
    job.calledBackAt === undefined &&
    !sending.has(job.id)
      ? job.result.finishAt
      : null

  const post = async (job: Job, body: string): Promise<number | null> => {
    try {
      const response = await fetch(job.callbackUrl ?? '', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        redirect: 'manual',
        signal: AbortSignal.any([stopping.signal, AbortSignal.timeout(timeoutMs)]),
      })
      await response.body?.cancel()
      return response.status
    } catch {
      return null
    }
  }

  const send = async (job: Job) => {
    const started = performance.now()
    const fault = drawCallbackFault(faults, job)
    if (fault.delayMs) await wait(fault.delayMs, null, { signal: stopping.signal }).catch(() => {})
    if (stopping.signal.aborted) return
    const body = fault.garbage ?? JSON.stringify(buildReportBody(job, job.origin, clock.now()))
    let status: number | null = null
    for (let time = 0; time < fault.times; time++) status = await post(job, body)
    if (stopping.signal.aborted) return
    log.write({
      time: new Date(clock.now()).toISOString(),
      operation: 'callback',
      method: 'POST',
      path: new URL(job.callbackUrl ?? '').pathname,
      key: job.apiKey,
      status,
      outcome: status === null ? 'call-failed' : 'called',
      workDone: fault.times > 0,
      requestId: job.id,
      fault: fault.name,
      product: job.question.product,
      accountId: job.question.accountId,
      bodySha256: null,
      ms: Math.round(performance.now() - started),
    })
    await ledger.setCalledBack(job.id, clock.now())
  }

  const schedule = () => {
    if (timer) clearTimeout(timer)
    timer = null
    if (stopping.signal.aborted) return
    const now = clock.now()
    let next = Number.POSITIVE_INFINITY
    for (const job of ledger.jobs.values()) {
      const due = dueAt(job)
      if (due === null) continue
      if (due > now) next = Math.min(next, due)
      else {
        sending.add(job.id)
        void send(job).finally(() => sending.delete(job.id))
      }
    }
    if (next < Number.POSITIVE_INFINITY) {
      timer = setTimeout(schedule, Math.min(Math.max(next - now, 5), 60_000))
    }
  }
  return {
    schedule,
    stop() {
      stopping.abort()
      if (timer) clearTimeout(timer)
    },
  }
}
