import type { Tx } from '@/lib/db/client'

/**
 * Lets whoever may make an account spend take turns until the transaction ends, so that each sees what the one before
 * has asked for.
 */
export async function lockSpending(tx: Tx, accountIds: readonly string[]): Promise<void> {
  // In one order, or two that share accounts would wait for each other.
  for (const id of [...new Set(accountIds)].sort())
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`spending ${id}`}, 0))`
}
