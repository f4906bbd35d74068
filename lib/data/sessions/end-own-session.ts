import { appNow, getDb } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'

/**
 * Ends one of the actor's own sessions.
 * @throws AppError `not-found` when it is another person's, unknown or ended
 */
export async function endOwnSession(actor: UserActor, sessionId: string): Promise<void> {
  const { count } = await getDb().session.updateMany({
    where: { id: sessionId, userId: actor.id, endedAt: null },
    data: { endedAt: await appNow() },
  })
  if (count === 0) throw new AppError('not-found', 'This session has ended already.')
}
