import { appNow, getDb, type Tx } from '@/lib/db/client'
import { sessionLifeDays } from './session-life'

export type NewSession = { userId: string; address: string; userAgent: string }

/** Begins a session. What the browser says of itself is cut to what a list can show. */
export async function createSession(
  { userId, address, userAgent }: NewSession,
  tx: Tx = getDb(),
): Promise<{ id: string }> {
  const now = await appNow(tx)
  return tx.session.create({
    data: {
      userId,
      address: address.slice(0, 64),
      userAgent: userAgent.replaceAll('\0', '').toWellFormed().slice(0, 256),
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + sessionLifeDays * 86_400_000),
      createdAt: now,
    },
    select: { id: true },
  })
}
