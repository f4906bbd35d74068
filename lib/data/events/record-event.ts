import { appNow, type Tx } from '@/lib/db/client'
import type { Actor } from '@/lib/schemas/actor'

/** What can happen in a report's timeline. `event-text.ts` has the words. */
export type EventKind =
  | 'created'
  | 'submitting'
  | 'accepted'
  | 'rejected'
  | 'unconfirmed'
  | 'evidence'
  | 'requeued'
  | 'status'
  | 'archiving'
  | 'archived'
  | 'failed'
  | 'cancel-requested'
  | 'cancelled'
  | 'cancelled-all'
  | 'expired'
  | 'trouble'
  | 'candidate'
  | 'adopted'
  | 'taken-over'
  | 'cancel-too-late'
  | 'send-again'
  | 'retried'
  | 'refresh'
  | 'downloaded'
  | 'download-broken'
  | 'archive-deleted'
  | 'held'
  | 'released'
  | 'rest-asked'

export type EventData = Record<string, string | number | boolean | null>

/** Adds a line to a report's timeline, in the transaction of the change that it tells of. */
export async function recordEvent(
  tx: Tx,
  actor: Actor,
  event: { reportId: string; requestId?: string; kind: EventKind; data?: EventData; at?: Date },
): Promise<void> {
  await tx.event.create({
    data: {
      reportId: event.reportId,
      requestId: event.requestId ?? null,
      kind: event.kind,
      actorKind: actor.kind,
      actorId: actor.kind === 'callback' ? null : actor.id,
      actorName: actor.name,
      data: event.data ?? {},
      at: event.at ?? (await appNow(tx)),
    },
    select: { id: true },
  })
}
