import { appNow, getDb, type Tx } from '@/lib/db/client'

/**
 * Ends all sessions of a person.
 * @param keep the one session that goes on
 * @returns how many were ended
 */
export async function endSessionsOf(
  userId: string,
  { keep }: { keep?: string } = {},
  tx: Tx = getDb(),
): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { userId, endedAt: null, ...(keep ? { id: { not: keep } } : {}) },
    data: { endedAt: await appNow(tx) },
  })
  return count
}
