import { appNow, getDb } from '@/lib/db/client'

export type OpenInvitation = { userId: string; email: string; name: string }

/**
 * Whom an open link is for. Whoever knows its token may ask; null when it is unknown, used or
 * expired, or its person is switched off.
 */
export async function findOpenInvitation(hash: string): Promise<OpenInvitation | null> {
  const invitation = await getDb().invitation.findFirst({
    where: {
      hash,
      usedAt: null,
      expiresAt: { gt: await appNow() },
      user: { disabledAt: null },
    },
    select: { user: { select: { id: true, email: true, name: true } } },
  })
  if (!invitation) return null
  const { id, email, name } = invitation.user
  return { userId: id, email, name }
}
