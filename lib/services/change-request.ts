import { recordAudit } from '@/lib/data/audit/record-audit'
import { type EventData, type EventKind, recordEvent } from '@/lib/data/events/record-event'
import { appNow, type Tx } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { AppError } from '@/lib/errors/app-error'
import { wake } from '@/lib/queue/boss'
import type { UserActor } from '@/lib/schemas/actor'
import type { AuditKind } from '@/lib/schemas/audit-kinds'
import { type RequestState, stateLabels } from '@/lib/schemas/states'
import { queueFor } from './settle-request'

const actedOn = {
  id: true,
  reportId: true,
  accountId: true,
  state: true,
  account: { select: { removedAt: true } },
  report: { select: { title: true } },
} as const

export type LockedRequest = Prisma.ReportRequestGetPayload<{ select: typeof actedOn }>

/** @throws AppError `not-found` */
export async function lockRequest(tx: Tx, requestId: string): Promise<LockedRequest> {
  await tx.$queryRaw`SELECT 1 FROM "ReportRequest" WHERE "id" = ${requestId}::uuid FOR UPDATE`
  const request = await tx.reportRequest.findUnique({ where: { id: requestId }, select: actedOn })
  if (!request) throw new AppError('not-found', 'There is no such report.')
  return request
}

/** Why a request can't be treated so: its state does not allow it. */
export function whyNotInState(state: RequestState, what: string): string {
  return `This report is ${stateLabels[state].toLowerCase()} now, so it can’t be ${what}.`
}

/** @throws AppError `conflict`: the request's state does not allow what was asked */
export function refuseInState(state: RequestState, what: string): never {
  throw new AppError('conflict', whyNotInState(state, what))
}

type Change = {
  patch?: Omit<Prisma.ReportRequestUncheckedUpdateInput, 'version' | 'dueAt'>
  event: { kind: EventKind; data?: EventData }
  audit: AuditKind
  /** Due at once, or, in a state that is final, never again. */
  due: boolean
}

/** Writes what a person decided about a locked request, with its line in the timeline and the wake-up. */
export async function changeRequest(
  tx: Tx,
  actor: UserActor,
  request: LockedRequest,
  { patch, event, audit, due }: Change,
): Promise<void> {
  const now = await appNow(tx)
  const { state } = await tx.reportRequest.update({
    where: { id: request.id },
    data: {
      ...patch,
      ...(due ? {} : { endedAt: now }),
      dueAt: due ? now : null,
      // A worker whose step began before this sees that it has to look again.
      version: { increment: 1 },
    },
    select: { state: true },
  })
  await recordEvent(tx, actor, {
    reportId: request.reportId,
    requestId: request.id,
    ...event,
    at: now,
  })
  await recordAudit(tx, actor, {
    kind: audit,
    subject: { kind: 'report', id: request.reportId, name: request.report.title },
    data: { requestId: request.id },
    at: now,
  })
  if (due)
    await wake(
      tx,
      queueFor(state),
      { requestId: request.id },
      { delayMs: 0, group: request.accountId },
    )
}
