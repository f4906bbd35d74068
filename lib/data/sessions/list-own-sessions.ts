import { appNow, getDb } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'

export type SessionView = {
  id: string
  address: string
  userAgent: string
  createdAt: string
  lastSeenAt: string
}

/** The actor's sessions that still let somebody in, the last used first. */
export async function listOwnSessions(actor: UserActor): Promise<SessionView[]> {
  const sessions = await getDb().session.findMany({
    where: { userId: actor.id, endedAt: null, expiresAt: { gt: await appNow() } },
    orderBy: [{ lastSeenAt: 'desc' }, { id: 'asc' }],
    take: 100,
    select: { id: true, address: true, userAgent: true, createdAt: true, lastSeenAt: true },
  })
  return sessions.map((session) => ({
    ...session,
    createdAt: session.createdAt.toISOString(),
    lastSeenAt: session.lastSeenAt.toISOString(),
  }))
}
