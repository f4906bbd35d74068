import { lockUser } from '@/lib/data/users/lock-user'
import { appNow, type Tx } from '@/lib/db/client'

/**
 * Takes an open link, once: of several racing calls one gets true, the others false, as for a link
 * that expired or whose person was switched off.
 */
export async function useUpInvitation(
  { hash, userId }: { hash: string; userId: string },
  tx: Tx,
): Promise<boolean> {
  const user = await lockUser(userId, tx)
  if (user.disabled) return false
  const now = await appNow(tx)
  const { count } = await tx.invitation.updateMany({
    where: { hash, userId, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  })
  return count === 1
}
