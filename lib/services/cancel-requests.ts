import { recordAudit } from '@/lib/data/audit/record-audit'
import { authorize } from '@/lib/data/authorize'
import { recordEvent } from '@/lib/data/events/record-event'
import { canBeCancelled } from '@/lib/data/requests/allowed-deeds'
import { lockRequests } from '@/lib/data/requests/lock-requests'
import { appNow, type Tx, transact } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import { whyNotInState } from './change-request'
import type { DeedOutcome } from './deed-outcome'
import { makeProblem } from './problem'
import { wakeDue } from './wake-due'

/**
 * Cancels many requests of one report, in one transaction: what was never sent ends at once, what Vonage has is cancelled
 * there by the worker, what is unconfirmed is given up. Files that are there stay.
 */
export async function cancelRequests(
  actor: UserActor,
  requestIds: readonly string[],
): Promise<DeedOutcome> {
  authorize(actor, 'reports.cancel')
  return transact(async (tx) => {
    const found = await lockRequests(tx, requestIds)
    const cancelled = found.filter(canBeCancelled)
    const refused = found.filter((request) => !canBeCancelled(request))
    const outcome = {
      done: cancelled.length,
      refused: refused.map(({ state }) => whyNotInState(state, 'cancelled')),
    }
    const [first] = cancelled
    if (!first) return outcome
    const { reportId } = first
    const now = await appNow(tx)
    const isHere = ({ state }: { state: string }) => state === 'queued' || state === 'unconfirmed'
    const here = cancelled.filter(isHere)
    const atVonage = cancelled.filter((request) => !isHere(request))
    await tx.reportRequest.updateMany({
      where: { id: { in: here.map(({ id }) => id) } },
      data: {
        state: 'cancelled',
        cancelRequestedAt: now,
        problem: makeProblem(null),
        endedAt: now,
        dueAt: null,
        // A worker may hold one: without its lease it can write nothing over a person's decision.
        leaseId: null,
        leaseUntil: null,
        version: { increment: 1 },
      },
    })
    await tx.reportRequest.updateMany({
      where: { id: { in: atVonage.map(({ id }) => id) } },
      data: { cancelRequestedAt: now, dueAt: now, version: { increment: 1 } },
    })
    const mayBeMade = await countPerhapsMade(tx, here)
    await recordEvent(tx, actor, {
      reportId,
      kind: 'cancelled-all',
      data: {
        unsent: here.length - mayBeMade,
        givenUp: mayBeMade,
        atVonage: atVonage.length,
      },
      at: now,
    })
    await recordAudit(tx, actor, {
      kind: 'report.cancelled',
      subject: { kind: 'report', id: reportId, name: first.report.title },
      data: { requests: cancelled.length },
      at: now,
    })
    for (const id of new Set(atVonage.map(({ accountId }) => accountId))) await wakeDue(tx, id)
    return outcome
  })
}

/** Of requests that end here: those that Vonage may have made, though none is known to us. */
async function countPerhapsMade(
  tx: Tx,
  ended: readonly { id: string; state: string }[],
): Promise<number> {
  const queued = ended.filter(({ state }) => state === 'queued').map(({ id }) => id)
  const once = await tx.event.findMany({
    where: { requestId: { in: queued }, kind: 'unconfirmed' },
    distinct: ['requestId'],
    select: { requestId: true },
  })
  return ended.length - queued.length + once.length
}
