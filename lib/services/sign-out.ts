import { recordAudit } from '@/lib/data/audit/record-audit'
import { endSession } from '@/lib/data/sessions/end-session'
import { transact } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'

/** Ends the session that the person asks with. */
export async function signOut(actor: UserActor, sessionId: string): Promise<void> {
  await transact(async (tx) => {
    await endSession(sessionId, tx)
    await recordAudit(tx, actor, { kind: 'sign-in.ended' })
  })
}
