import { getDb, type Tx } from '@/lib/db/client'

/** Whether anybody was set up yet, disabled people included. */
export async function hasUsers(tx: Tx = getDb()): Promise<boolean> {
  return (await tx.user.findFirst({ select: { id: true } })) !== null
}
