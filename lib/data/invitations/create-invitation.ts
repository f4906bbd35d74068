import { authorize } from '@/lib/data/authorize'
import { lockUser } from '@/lib/data/users/lock-user'
import { appNow, type Tx } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'
import { endInvitationsOf } from './end-invitations-of'

const lifeDays = 7

/**
 * Opens a one-time link for a person, and ends the earlier ones: only the newest is of use.
 * @param hash of the link's token
 * @returns when it expires
 * @throws AppError `forbidden`, `not-found`, `conflict` when the person is switched off
 */
export async function createInvitation(
  actor: UserActor,
  { userId, hash }: { userId: string; hash: string },
  tx: Tx,
): Promise<{ expiresAt: Date }> {
  authorize(actor, 'users.manage')
  const user = await lockUser(userId, tx)
  if (user.disabled) {
    throw new AppError('conflict', 'This person is switched off. Switch them on first.')
  }
  await endInvitationsOf(userId, tx)
  const now = await appNow(tx)
  return tx.invitation.create({
    data: {
      userId,
      hash,
      createdById: actor.id,
      expiresAt: new Date(now.getTime() + lifeDays * 86_400_000),
    },
    select: { expiresAt: true },
  })
}
