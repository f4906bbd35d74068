import { getDb, type Tx } from '@/lib/db/client'

/**
 * After a success: the person starts afresh, the address gets only this try back. Otherwise one
 * known password would let its owner guess other people's without delay.
 */
export async function forgiveTries(
  { person, address }: { person: string; address: string },
  tx: Tx = getDb(),
): Promise<void> {
  await tx.signInThrottle.deleteMany({ where: { key: person } })
  await tx.$executeRaw`
    UPDATE "SignInThrottle" SET "failures" = "failures" - 1
    WHERE "key" = ${address} AND "failures" > 0`
}
