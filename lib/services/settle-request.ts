import { setTimeout as sleep } from 'node:timers/promises'
import { type EventData, type EventKind, recordEvent } from '@/lib/data/events/record-event'
import { type Claim, type RequestPatch, renewLease, updateClaimed } from '@/lib/data/requests/lease'
import { appNow, type Tx, transact } from '@/lib/db/client'
import { type QueueName, wake } from '@/lib/queue/boss'
import type { Actor } from '@/lib/schemas/actor'
import { isFinal, type RequestState } from '@/lib/schemas/states'

export type Outcome = {
  patch?: Omit<RequestPatch, 'dueAt' | 'leaseId' | 'leaseUntil' | 'version'>
  events?: { kind: EventKind; data?: EventData }[]
  /** When to look again, in milliseconds; null: only when something else makes it due. */
  againInMs: number | null
}

const renewEveryMs = 6_000

/** The queue that carries the next wake-up: downloads must not wait behind short calls, nor the other way round. */
export function queueFor(state: RequestState): QueueName {
  return state === 'archiving' ? 'archive' : 'request'
}

async function lockClaim(
  tx: Tx,
  claim: Claim,
): Promise<{ version: number; state: RequestState } | null> {
  const rows = await tx.$queryRaw<{ version: number; state: RequestState }[]>`
    SELECT "version", "state"::text AS state FROM "ReportRequest"
    WHERE "id" = ${claim.id}::uuid AND "leaseId" = ${claim.leaseId}::uuid FOR UPDATE`
  return rows[0] ?? null
}

/**
 * Ends a worker's step: what it found out, its lines in the timeline and the next wake-up, in one transaction, and
 * gives the request out of hand. Where a person or a callback wrote to the row meanwhile, it is due at once.
 * @returns false when the lease was lost: nothing is written then
 */
export async function settleRequest(
  claim: Claim,
  actor: Actor,
  outcome: Outcome,
): Promise<boolean> {
  return transact(async (tx) => {
    const row = await lockClaim(tx, claim)
    if (!row) return false
    const now = await appNow(tx)
    const patch = outcome.patch ?? {}
    const state = (patch.state as RequestState | undefined) ?? row.state
    const ended = isFinal(state)
    const againInMs = row.version === claim.version ? outcome.againInMs : 0
    const delayMs = ended ? null : againInMs
    await updateClaimed(tx, claim, {
      ...patch,
      ...(ended ? { endedAt: now } : {}),
      dueAt: delayMs === null ? null : new Date(now.getTime() + delayMs),
      leaseId: null,
      leaseUntil: null,
      version: { increment: 1 },
    })
    for (const event of outcome.events ?? [])
      await recordEvent(tx, actor, {
        reportId: claim.reportId,
        requestId: claim.id,
        ...event,
        at: now,
      })
    if (delayMs !== null)
      await wake(
        tx,
        queueFor(state),
        { requestId: claim.id },
        { delayMs, group: claim.accountId, turn: turnOf(state, patch.fileDeadline, claim, now) },
      )
    return true
  })
}

/** Of files those go first that Vonage keeps for the fewest hours. */
function turnOf(
  state: RequestState,
  newDeadline: RequestPatch['fileDeadline'],
  { fileDeadline }: Claim,
  now: Date,
): number {
  const deadline = newDeadline instanceof Date ? newDeadline : fileDeadline
  if (state !== 'archiving' || !deadline) return 0
  return Math.max(0, Math.round((deadline.getTime() - now.getTime()) / 3600_000))
}

/** How often a settle is tried while the database is away, a second apart. */
const settleTries = 60

/**
 * Settles, and keeps trying while the database is away: what a create's answer says is known nowhere else. An answer
 * to our own create counts even when its lease ran out meanwhile, as long as nobody decided otherwise.
 */
export async function settlePatiently(
  claim: Claim,
  actor: Actor,
  outcome: Outcome,
): Promise<boolean> {
  for (let left = settleTries; ; left -= 1) {
    try {
      return (
        (await settleRequest(claim, actor, outcome)) || (await settleLate(claim, actor, outcome))
      )
    } catch (error) {
      if (left === 0) throw error
      await sleep(1000)
    }
  }
}

async function settleLate(claim: Claim, actor: Actor, outcome: Outcome): Promise<boolean> {
  const requestId = outcome.patch?.requestId
  if (claim.state !== 'queued' || typeof requestId !== 'string') return false
  return transact(async (tx) => {
    const now = await appNow(tx)
    const { count } = await tx.reportRequest.updateMany({
      where: { id: claim.id, state: { in: ['submitting', 'unconfirmed'] }, requestId: null },
      data: {
        ...outcome.patch,
        dueAt: now,
        leaseId: null,
        leaseUntil: null,
        version: { increment: 1 },
      },
    })
    if (count === 0) return false
    await recordEvent(tx, actor, {
      reportId: claim.reportId,
      requestId: claim.id,
      kind: 'adopted',
      data: { requestId },
      at: now,
    })
    await wake(tx, 'request', { requestId: claim.id }, { delayMs: 0, group: claim.accountId })
    return true
  })
}

/**
 * Writes a step's half-way mark and keeps the claim.
 * @returns false when the lease was lost, or when somebody asked to cancel meanwhile: then stop
 */
export async function markRequest(
  claim: Claim,
  actor: Actor,
  patch: RequestPatch,
  event: { kind: EventKind; data?: EventData },
): Promise<boolean> {
  return transact(async (tx) => {
    const row = await lockClaim(tx, claim)
    if (!row || row.version !== claim.version) return false
    await updateClaimed(tx, claim, { ...patch, version: { increment: 1 } })
    claim.version += 1
    await recordEvent(tx, actor, { reportId: claim.reportId, requestId: claim.id, ...event })
    return true
  })
}

/** Runs a step while renewing its lease; the signal aborts when the lease is lost or the process stops. */
export async function holdLease<T>(
  claim: Claim,
  stop: AbortSignal,
  step: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const lost = new AbortController()
  const timer = setInterval(() => {
    renewLease(claim).then(
      (held) => held || lost.abort(new Error('The lease on this request was lost.')),
      // The database is away: the lease may still hold; the write at the end finds out.
      () => undefined,
    )
  }, renewEveryMs)
  try {
    return await step(AbortSignal.any([lost.signal, stop]))
  } finally {
    clearInterval(timer)
  }
}
