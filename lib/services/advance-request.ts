import { LimiterBusy } from '@/lib/data/rate-limit'
import { type Claim, claimRequest } from '@/lib/data/requests/lease'
import { AppError } from '@/lib/errors/app-error'
import type { Actor } from '@/lib/schemas/actor'
import type { Problem } from '@/lib/schemas/views'
import { VaultError } from '@/lib/vault/seal'
import { archiveRequest } from './archive-request'
import { findEvidence } from './find-evidence'
import { faultDelayMs } from './follow-delay'
import { adoptCandidate, followRequest } from './follow-request'
import { makeProblem } from './problem'
import { refusedLookMs } from './refused-account'
import { holdLease, type Outcome, settlePatiently } from './settle-request'
import { submitRequest } from './submit-request'
import { evidenceLooksMs, unconfirmedProblem } from './unconfirmed'

type Log = { error: (fields: object, message: string) => void }

/**
 * One step of a request: takes it if it is due, does what its state asks for, writes what came of it. Safe to call
 * at any time, by any number of workers.
 * @param stop aborts when the process ends; the step then stops and the request moves on elsewhere
 */
export async function advanceRequest(
  requestId: string,
  { actor, stop, log }: { actor: Actor; stop: AbortSignal; log: Log },
): Promise<void> {
  const claim = await claimRequest(requestId)
  if (!claim) return
  await holdLease(claim, stop, async (signal) => {
    const outcome = await step(claim, actor, signal).catch((error) =>
      afterUnexpected(claim, error, signal, log),
    )
    if (outcome && !(await settlePatiently(claim, actor, outcome)))
      log.error(
        { requestId: claim.id, vonageRequestId: outcome.patch?.requestId },
        'the lease was lost before the outcome of a step could be written',
      )
  })
}

async function step(claim: Claim, actor: Actor, signal: AbortSignal): Promise<Outcome | null> {
  if (claim.account.removedAt) return accountGone(claim)
  switch (claim.state) {
    case 'queued':
      if (claim.cancelRequestedAt) return cancelUnsent()
      return claim.account.refusedAt ? standStill() : submitRequest(claim, actor, signal)
    case 'submitting':
      return foundSubmitting()
    case 'unconfirmed':
      if (claim.candidateRequestId) return adoptCandidate(claim, signal)
      return findEvidence(claim, signal)
    case 'running':
      return followRequest(claim, signal)
    case 'archiving':
      return archiveRequest(claim, actor, signal)
    default:
      return { againInMs: null }
  }
}

function standStill(): Outcome {
  return { againInMs: refusedLookMs }
}

function cancelUnsent(): Outcome {
  return {
    patch: { state: 'cancelled', problem: makeProblem(null) },
    events: [
      { kind: 'cancelled', data: { title: 'Cancelled before it was sent. Nothing was billed.' } },
    ],
    againInMs: null,
  }
}

/** A worker died between committing to the create and writing its answer down. */
function foundSubmitting(): Outcome {
  return {
    patch: { state: 'unconfirmed', problem: makeProblem(unconfirmedProblem) },
    events: [{ kind: 'unconfirmed', data: { title: 'The worker ended while it was sending.' } }],
    againInMs: evidenceLooksMs[0] ?? null,
  }
}

function accountGone(claim: Claim): Outcome {
  const sent = claim.state !== 'queued'
  return {
    patch: {
      state: sent ? 'failed' : 'cancelled',
      problem: makeProblem({
        title: 'The account was removed.',
        meaning: sent
          ? 'The report can no longer be followed from here. Vonage may still make it, and bill it.'
          : 'The request was never sent, and nothing was billed.',
        nextStep: 'Add the account again and ask for the report anew.',
      }),
    },
    events: [
      sent
        ? { kind: 'failed', data: { title: 'The account was removed.' } }
        : { kind: 'cancelled', data: { title: 'The account was removed before it was sent.' } },
    ],
    againInMs: null,
  }
}

/** No slot, a stopping process, or a fault of ours: the row stays as it is and is looked at again. */
function afterUnexpected(
  claim: Claim,
  error: unknown,
  signal: AbortSignal,
  log: Log,
): Outcome | null {
  if (error instanceof LimiterBusy) return { againInMs: error.retryAfterMs }
  if (signal.aborted) return { againInMs: 0 }
  log.error({ err: error, requestId: claim.id, state: claim.state }, 'a step failed')
  return {
    patch: { faults: claim.faults + 1, problem: makeProblem(ownFault(error)) },
    againInMs: faultDelayMs(claim.faults),
  }
}

function ownFault(error: unknown): Problem {
  if (error instanceof VaultError)
    return {
      title: 'The stored API secret can’t be opened.',
      meaning:
        'This instance’s VAULT_KEY is not the one that sealed it, so this account’s requests stand still.',
      nextStep: 'Bring the old key back, or replace the secret under Accounts.',
    }
  return {
    title: error instanceof AppError ? error.message : 'A step failed on our side, not at Vonage.',
    meaning: 'Nothing was lost: the report stays as it is and is tried again.',
    nextStep: 'If it stays like this, look into the worker’s log for this report.',
  }
}
