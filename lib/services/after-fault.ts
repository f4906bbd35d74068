import type { Claim } from '@/lib/data/requests/lease'
import type { VonageOperation } from '@/lib/vonage/describe-error'
import type { VonageError } from '@/lib/vonage/vonage-error'
import { faultDelayMs } from './follow-delay'
import { makeProblem, problemOf } from './problem'
import { refuseAccount, refusedLookMs } from './refused-account'
import type { Outcome } from './settle-request'

/** A single fault of the network is no news; from this many in a row on, the person is told. */
const toldAfter = 2

/**
 * What a failed read leaves: the state stays, the next try comes later, and from the second fault on it shows.
 * A refused key stops the whole account; a refused sub-account only its own requests.
 */
export async function afterFault(
  claim: Claim,
  error: VonageError,
  operation: VonageOperation,
): Promise<Outcome> {
  const problem = problemOf(error, operation)
  const faults = claim.faults + 1
  const refused = error.kind === 'unauthorized' || error.kind === 'forbidden'
  // A sub-account that may not be asked about any more says nothing about the others.
  const isOfKey = error.kind === 'unauthorized' || claim.targetAccountId === claim.account.apiKey
  if (refused && isOfKey) await refuseAccount(claim, problem)
  const told = refused || error.kind === 'not-found' || faults >= toldAfter
  const news = told && (faults === toldAfter || (faults === 1 && error.kind !== 'rate-limited'))
  return {
    patch: { faults, ...(told ? { problem: makeProblem(problem) } : {}) },
    events: news ? [{ kind: 'trouble', data: { title: problem.title } }] : [],
    againInMs: refused ? refusedLookMs : (error.retryAfterMs ?? faultDelayMs(faults)),
  }
}
