import { getDb, type Tx } from '@/lib/db/client'

/** Lets a disabled person in again. */
export async function enableUser(userId: string, tx: Tx = getDb()): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { disabledAt: null }, select: { id: true } })
}
