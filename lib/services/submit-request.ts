import { getEnv } from '@/lib/config/env'
import { acquireSlot, LimiterBusy } from '@/lib/data/rate-limit'
import type { Claim } from '@/lib/data/requests/lease'
import { appNow } from '@/lib/db/client'
import type { Actor } from '@/lib/schemas/actor'
import { toVonageDate } from '@/lib/schemas/dates'
import { createCallbackToken } from '@/lib/vault/callback-token'
import { VonageError } from '@/lib/vonage/vonage-error'
import { applyReport } from './apply-report'
import { faultDelayMs } from './follow-delay'
import { makeProblem, problemOf } from './problem'
import { refuseAccount } from './refused-account'
import { markRequest, type Outcome } from './settle-request'
import { evidenceLooksMs, unconfirmedProblem } from './unconfirmed'
import { openAccountClient } from './upstream'
import { getVaultKey } from './vault-key'

/** The body of `POST /v2/reports` for a request. Booleans as booleans; empty filters are left out. */
function makeCreateBody(claim: Claim): Record<string, unknown> {
  const { APP_URL } = getEnv()
  const filters = Object.entries((claim.filters ?? {}) as Record<string, unknown>).filter(
    ([, value]) => value !== '' && value !== false,
  )
  return {
    product: claim.product,
    account_id: claim.targetAccountId,
    ...(claim.direction ? { direction: claim.direction } : {}),
    date_start: toVonageDate(claim.dateStart.toISOString()),
    date_end: toVonageDate(claim.dateEnd.toISOString()),
    ...(claim.includeSubaccounts ? { include_subaccounts: true } : {}),
    ...Object.fromEntries(filters),
    ...(APP_URL
      ? {
          callback_url: `${APP_URL}/api/callbacks/${createCallbackToken(claim.id, getVaultKey())}`,
        }
      : {}),
  }
}

/**
 * Sends a queued request to Vonage, at most once. `submitting` is committed before the POST leaves, so that a crash
 * at any point is found as `unconfirmed` and never repeated blindly.
 */
export async function submitRequest(
  claim: Claim,
  actor: Actor,
  signal: AbortSignal,
): Promise<Outcome> {
  const client = await openAccountClient(claim.account, { slotTaken: true })
  const body = makeCreateBody(claim)
  const submittedAt = await appNow()
  const slot = await acquireSlot(claim.account, 'async', { signal })
  const marked = await markRequest(
    claim,
    actor,
    { state: 'submitting', submittedAt },
    { kind: 'submitting' },
  )
  if (!marked) return { againInMs: 0 }
  // A busy database may take longer to write the mark down than a slot lasts.
  const late = slot.isFresh() ? null : await waitForAnother(claim, signal)
  if (late) return late
  try {
    // Never broken off: a lost answer is a report that nobody knows of. It is given up by itself in the end.
    const report = await client.createReport(body)
    // No query may stand between this answer, which names a billed report, and its being written down.
    const outcome = applyReport(claim, report, submittedAt, 1)
    return {
      ...outcome,
      events: [
        { kind: 'accepted', data: { requestId: report.requestId } },
        ...(outcome.events ?? []),
      ],
    }
  } catch (error) {
    if (!(error instanceof VonageError)) throw error
    return afterFailedCreate(claim, error)
  }
}

/** @returns what becomes of the request when no slot can be had, or the worker stops: nothing was sent */
async function waitForAnother(claim: Claim, signal: AbortSignal): Promise<Outcome | null> {
  try {
    await acquireSlot(claim.account, 'async', { signal })
    return null
  } catch (error) {
    const title = 'It waits for its turn among the requests that Vonage allows. Nothing was sent.'
    return {
      patch: { state: 'queued', submittedAt: null },
      events: [{ kind: 'requeued', data: { title } }],
      againInMs: error instanceof LimiterBusy ? error.retryAfterMs : 0,
    }
  }
}

async function afterFailedCreate(claim: Claim, error: VonageError): Promise<Outcome> {
  const problem = problemOf(error, 'create')
  const surelyNotMade =
    error.kind === 'unreachable' || error.kind === 'rate-limited' || error.kind === 'unauthorized'
  if (surelyNotMade) {
    if (error.kind === 'unauthorized') await refuseAccount(claim, problem)
    return {
      patch: {
        state: 'queued',
        submittedAt: null,
        faults: claim.faults + 1,
        problem: makeProblem(problem),
      },
      // The first fault of a row is told; its repetitions would only bury the rest.
      events: claim.faults === 0 ? [{ kind: 'requeued', data: { title: problem.title } }] : [],
      againInMs: error.retryAfterMs ?? faultDelayMs(claim.faults),
    }
  }
  if (error.kind === 'invalid' || error.kind === 'forbidden')
    return {
      patch: { state: 'rejected', problem: makeProblem(problem) },
      events: [{ kind: 'rejected', data: { title: problem.title } }],
      againInMs: null,
    }
  return {
    patch: {
      state: 'unconfirmed',
      follows: 0,
      problem: makeProblem({
        ...unconfirmedProblem,
        ...(problem.instance ? { instance: problem.instance } : {}),
      }),
    },
    events: [{ kind: 'unconfirmed', data: { title: problem.title } }],
    againInMs: evidenceLooksMs[0] ?? null,
  }
}
