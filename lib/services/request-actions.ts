import { authorize } from '@/lib/data/authorize'
import { mayHaveBeenMade } from '@/lib/data/requests/may-have-been-made'
import { appNow, transact } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import { isFinal } from '@/lib/schemas/states'
import { changeRequest, lockRequest, refuseInState } from './change-request'
import { makeProblem } from './problem'

export type RequestRef = { requestId: string }

/** A worker may hold the request: without its lease it can write nothing over a person's decision. */
const takenAway = { leaseId: null, leaseUntil: null }

/** Asks Vonage now instead of at the next turn. Twice is as good as once. */
export async function refreshRequest(actor: UserActor, { requestId }: RequestRef): Promise<void> {
  authorize(actor, 'reports.create')
  await transact(async (tx) => {
    const request = await lockRequest(tx, requestId)
    if (isFinal(request.state) || request.state === 'unconfirmed')
      refuseInState(request.state, 'asked about again')
    await changeRequest(tx, actor, request, {
      event: { kind: 'refresh' },
      audit: 'report.refreshed',
      due: true,
    })
  })
}

/**
 * Cancels a request. One that was never sent ends at once; one that Vonage has is cancelled there by the worker, and
 * its end is shown, whatever it is; an unconfirmed one is only given up here.
 */
export async function cancelRequest(actor: UserActor, { requestId }: RequestRef): Promise<void> {
  authorize(actor, 'reports.cancel')
  await transact(async (tx) => {
    const request = await lockRequest(tx, requestId)
    const { state } = request
    if (isFinal(state)) refuseInState(state, 'cancelled')
    if (state === 'archiving') refuseInState(state, 'cancelled: Vonage has finished it')
    const cancelRequestedAt = await appNow(tx)
    if (state !== 'queued' && state !== 'unconfirmed')
      return changeRequest(tx, actor, request, {
        patch: { cancelRequestedAt },
        event: { kind: 'cancel-requested' },
        audit: 'report.cancelled',
        due: true,
      })
    const title = (await mayHaveBeenMade(tx, request.id, state))
      ? 'Given up here. If Vonage made the report, it is billed all the same.'
      : 'Cancelled before it was sent. Nothing was billed.'
    return changeRequest(tx, actor, request, {
      patch: { ...takenAway, state: 'cancelled', cancelRequestedAt, problem: makeProblem(null) },
      event: { kind: 'cancelled', data: { title } },
      audit: 'report.cancelled',
      due: false,
    })
  })
}

/** Repeats a create whose answer was lost; the person was told that it may then be made and billed twice. */
export async function sendAgain(actor: UserActor, { requestId }: RequestRef): Promise<void> {
  authorize(actor, 'reports.create')
  await transact(async (tx) => {
    const request = await lockRequest(tx, requestId)
    if (request.state !== 'unconfirmed') refuseInState(request.state, 'sent again')
    await changeRequest(tx, actor, request, {
      patch: {
        ...takenAway,
        state: 'queued',
        submittedAt: null,
        candidateRequestId: null,
        cancelRequestedAt: null,
        faults: 0,
        follows: 0,
        problem: makeProblem(null),
      },
      event: { kind: 'send-again' },
      audit: 'report.sent-again',
      due: true,
    })
  })
}
