import type { Tx } from '@/lib/db/client'

/** Sets the name that a person chose behind their one-time link. */
export async function setUserName(userId: string, name: string, tx: Tx): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { name }, select: { id: true } })
}
