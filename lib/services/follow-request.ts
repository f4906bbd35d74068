import type { Claim } from '@/lib/data/requests/lease'
import { appNow } from '@/lib/db/client'
import { verifyCallbackToken } from '@/lib/vault/callback-token'
import type { VonageReport } from '@/lib/vonage/parse-report'
import { VonageError } from '@/lib/vonage/vonage-error'
import { afterFault } from './after-fault'
import { applyReport } from './apply-report'
import { countFollowed } from './count-followed'
import { makeProblem } from './problem'
import { healAccount } from './refused-account'
import type { Outcome } from './settle-request'
import { openAccountClient } from './upstream'
import { getVaultKey } from './vault-key'

/** Vonage forgets a report 4 days after it was received (facts 0.3). */
const reportLifeMs = 4 * 24 * 3600_000

/** Asks Vonage how a running report is, or cancels it where a person asked for that. */
export async function followRequest(claim: Claim, signal: AbortSignal): Promise<Outcome> {
  const client = await openAccountClient(claim.account)
  const requestId = claim.requestId ?? ''
  try {
    const { report, isTooLate } = claim.cancelRequestedAt
      ? await cancelAtVonage(
          () => client.cancelReport(requestId, signal),
          () => client.getReport(requestId, signal),
        )
      : { report: await client.getReport(requestId, signal), isTooLate: false }
    if (claim.account.refusedAt) await healAccount(claim.accountId)
    const outcome = applyReport(claim, report, await appNow(), await countFollowed(claim))
    return isTooLate ? tellTooLate(outcome, report) : outcome
  } catch (error) {
    if (!(error instanceof VonageError)) throw error
    if (error.kind !== 'not-found')
      return afterFault(claim, error, claim.cancelRequestedAt ? 'cancel' : 'status')
    return afterNotFound(claim, error)
  }
}

/** A 409 means that it had ended already: then its real end is asked for, whatever it is. */
async function cancelAtVonage(
  cancel: () => Promise<VonageReport>,
  ask: () => Promise<VonageReport>,
): Promise<{ report: VonageReport; isTooLate: boolean }> {
  try {
    return { report: await cancel(), isTooLate: false }
  } catch (error) {
    if (error instanceof VonageError && error.kind === 'conflict')
      return { report: await ask(), isTooLate: true }
    throw error
  }
}

/** The wish to cancel is settled: what is left of it would say “being cancelled” of a report that goes on or is done. */
function tellTooLate(outcome: Outcome, { requestStatus }: VonageReport): Outcome {
  return {
    ...outcome,
    patch: { ...outcome.patch, cancelRequestedAt: null },
    events: [
      { kind: 'cancel-too-late', data: { status: requestStatus } },
      ...(outcome.events ?? []),
    ],
  }
}

async function afterNotFound(claim: Claim, error: VonageError): Promise<Outcome> {
  const now = await appNow()
  const received = claim.receiveTime ?? claim.submittedAt ?? claim.createdAt
  if (now.getTime() - received.getTime() >= reportLifeMs)
    return {
      patch: {
        state: 'expired',
        problem: makeProblem({
          title: 'Vonage has forgotten this report.',
          meaning:
            'It keeps a report for 4 days, and no file was archived in that time. If it was made, it was billed.',
          nextStep: 'Retry asks for it again, billed anew.',
        }),
      },
      events: [{ kind: 'expired' }],
      againInMs: null,
    }
  return afterFault(claim, error, 'status')
}

/** Looks whether the report that a callback named is the one whose create was lost. */
export async function adoptCandidate(claim: Claim, signal: AbortSignal): Promise<Outcome> {
  const candidate = claim.candidateRequestId
  if (!candidate) return { againInMs: null }
  const client = await openAccountClient(claim.account)
  try {
    const report = await client.getReport(candidate, signal)
    const token = report.callbackUrl?.split('/').at(-1) ?? ''
    const ours = verifyCallbackToken(token, getVaultKey()) === claim.id
    if (!ours) return { patch: { candidateRequestId: null }, againInMs: 0 }
    const outcome = applyReport(claim, report, await appNow(), await countFollowed(claim))
    return {
      ...outcome,
      patch: { ...outcome.patch, candidateRequestId: null },
      events: [
        { kind: 'adopted', data: { requestId: report.requestId } },
        ...(outcome.events ?? []),
      ],
    }
  } catch (error) {
    if (!(error instanceof VonageError)) throw error
    if (error.kind === 'not-found') return { patch: { candidateRequestId: null }, againInMs: 0 }
    const outcome = await afterFault(claim, error, 'status')
    // What is unsettled stays told as that: a fault of this look must not hide it.
    return { ...outcome, patch: { faults: claim.faults + 1 }, events: [] }
  }
}
