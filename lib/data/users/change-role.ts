import { recordAudit } from '@/lib/data/audit/record-audit'
import { userSubject } from '@/lib/data/audit/user-subject'
import { authorize } from '@/lib/data/authorize'
import { transact } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import type { Role } from '@/lib/schemas/rights'
import { keepLastAdmin } from './keep-last-admin'
import { lockUser } from './lock-user'

/**
 * Gives a person another role, which holds from their next request on.
 * @throws AppError `forbidden`, `not-found`, `conflict` when it would take the last active admin away
 */
export async function changeRole(
  actor: UserActor,
  { id, role }: { id: string; role: Role },
): Promise<void> {
  authorize(actor, 'users.manage')
  await transact(async (tx) => {
    if (role !== 'admin') await keepLastAdmin(id, tx)
    const user = await lockUser(id, tx)
    await tx.user.update({ where: { id }, data: { role }, select: { id: true } })
    await recordAudit(tx, actor, {
      kind: 'user.role-changed',
      subject: userSubject(user),
      data: { before: user.role, role },
    })
  })
}
