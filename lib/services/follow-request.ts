import type { Claim } from '@/lib/data/requests/lease'
import { appNow, getDb } from '@/lib/db/client'
import { verifyCallbackToken } from '@/lib/vault/callback-token'
import type { VonageReport } from '@/lib/vonage/parse-report'
import { VonageError } from '@/lib/vonage/vonage-error'
import { afterFault } from './after-fault'
import { applyReport } from './apply-report'
import { makeProblem } from './problem'
import { healAccount } from './refused-account'
import type { Outcome } from './settle-request'
import { openAccountClient } from './upstream'
import { getVaultKey } from './vault-key'

/** Vonage forgets a report 4 days after it was received (facts 0.3). */
const reportLifeMs = 4 * 24 * 3600_000

/** A report of so few requests is asked about as if no other ran: it must not wait for a huge one of the same key. */
const fewRequests = 10

/** How many requests share the status calls of a request's key with it. */
async function countFollowed({ accountId, reportId }: Claim): Promise<number> {
  const { reportRequest } = getDb()
  const state = { in: ['running' as const, 'archiving' as const] }
  const ofReport = await reportRequest.count({ where: { reportId, state } })
  return ofReport <= fewRequests ? ofReport : reportRequest.count({ where: { accountId, state } })
}

/** Asks Vonage how a running report is, or cancels it where a person asked for that. */
export async function followRequest(claim: Claim, signal: AbortSignal): Promise<Outcome> {
  const client = await openAccountClient(claim.account)
  const requestId = claim.requestId ?? ''
  try {
    const report = claim.cancelRequestedAt
      ? await cancelAtVonage(
          () => client.cancelReport(requestId, signal),
          () => client.getReport(requestId, signal),
        )
      : await client.getReport(requestId, signal)
    if (claim.account.refusedAt) await healAccount(claim.accountId)
    return applyReport(claim, report, await appNow(), await countFollowed(claim))
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
): Promise<VonageReport> {
  try {
    return await cancel()
  } catch (error) {
    if (error instanceof VonageError && error.kind === 'conflict') return ask()
    throw error
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
