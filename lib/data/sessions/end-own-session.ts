import { recordAudit } from '@/lib/data/audit/record-audit'
import { appNow, transact } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'

/**
 * Ends one of the actor's own sessions.
 * @throws AppError `not-found` when it is another person's, unknown or ended
 */
export async function endOwnSession(actor: UserActor, sessionId: string): Promise<void> {
  await transact(async (tx) => {
    const [ended] = await tx.session.updateManyAndReturn({
      where: { id: sessionId, userId: actor.id, endedAt: null },
      data: { endedAt: await appNow(tx) },
      select: { address: true },
    })
    if (!ended) throw new AppError('not-found', 'This session has ended already.')
    await recordAudit(tx, actor, {
      kind: 'session.ended',
      data: { endedAddress: ended.address },
    })
  })
}
