import { appNow, type Tx } from '@/lib/db/client'

/** Makes the open links of a person useless. */
export async function endInvitationsOf(userId: string, tx: Tx): Promise<void> {
  const now = await appNow(tx)
  await tx.invitation.updateMany({
    where: { userId, usedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  })
}
