import { recordAudit } from '@/lib/data/audit/record-audit'
import { userSubject } from '@/lib/data/audit/user-subject'
import { authorize } from '@/lib/data/authorize'
import { endSessionsOf } from '@/lib/data/sessions/end-sessions-of'
import { transact } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import { enableUser } from './enable-user'
import { lockUser } from './lock-user'

/**
 * Lets a person in again, who then signs in anew.
 * @throws AppError `forbidden`, `not-found`
 */
export async function switchOn(actor: UserActor, id: string): Promise<void> {
  authorize(actor, 'users.manage')
  await transact(async (tx) => {
    const user = await lockUser(id, tx)
    if (!user.disabled) return
    // A sign-in that raced the switching off may have left one behind.
    await endSessionsOf(id, {}, tx)
    await enableUser(id, tx)
    await recordAudit(tx, actor, { kind: 'user.switched-on', subject: userSubject(user) })
  })
}
