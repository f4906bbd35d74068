import { recordAudit } from '@/lib/data/audit/record-audit'
import { transact } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import { endSessionsOf } from './end-sessions-of'

/**
 * Ends all of the actor's sessions but one.
 * @param keep the session that goes on
 */
export async function endOtherSessions(actor: UserActor, keep: string): Promise<{ ended: number }> {
  return transact(async (tx) => {
    const ended = await endSessionsOf(actor.id, { keep }, tx)
    await recordAudit(tx, actor, { kind: 'session.others-ended', data: { ended } })
    return { ended }
  })
}
