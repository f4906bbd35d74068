import { getDb, type Tx } from '@/lib/db/client'

/** Whether a code with this hash was printed and is still valid. */
export async function isSetupCode(hash: string, tx: Tx = getDb()): Promise<boolean> {
  return (await tx.setupCode.findUnique({ where: { hash }, select: { hash: true } })) !== null
}
