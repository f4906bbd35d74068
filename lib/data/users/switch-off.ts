import { recordAudit } from '@/lib/data/audit/record-audit'
import { userSubject } from '@/lib/data/audit/user-subject'
import { authorize } from '@/lib/data/authorize'
import { endInvitationsOf } from '@/lib/data/invitations/end-invitations-of'
import { endSessionsOf } from '@/lib/data/sessions/end-sessions-of'
import { appNow, transact } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import { keepLastAdmin } from './keep-last-admin'
import { lockUser } from './lock-user'

/**
 * Shuts a person out: their sessions and open links end with it. What they made stays.
 * @returns how many sessions were ended
 * @throws AppError `forbidden`, `not-found`, `conflict` when it would take the last active admin away
 */
export async function switchOff(actor: UserActor, id: string): Promise<{ endedSessions: number }> {
  authorize(actor, 'users.manage')
  return transact(async (tx) => {
    await keepLastAdmin(id, tx)
    const user = await lockUser(id, tx)
    if (!user.disabled) {
      const data = { disabledAt: await appNow(tx) }
      await tx.user.update({ where: { id }, data, select: { id: true } })
    }
    await endInvitationsOf(id, tx)
    const endedSessions = await endSessionsOf(id, {}, tx)
    await recordAudit(tx, actor, {
      kind: 'user.switched-off',
      subject: userSubject(user),
      data: { ended: endedSessions },
    })
    return { endedSessions }
  })
}
