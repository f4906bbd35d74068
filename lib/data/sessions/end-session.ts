import { appNow, getDb, type Tx } from '@/lib/db/client'

/** Ends a session, from the next request on. Ending it twice is no fault. */
export async function endSession(sessionId: string, tx: Tx = getDb()): Promise<void> {
  await tx.session.updateMany({
    where: { id: sessionId, endedAt: null },
    data: { endedAt: await appNow(tx) },
  })
}
