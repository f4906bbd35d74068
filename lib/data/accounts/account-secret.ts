import { getDb, type Tx } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'

/** The sealed secret of an account, for `unsealSecret` alone. No list ever selects it. */
export async function getSealedSecret(accountId: string, tx: Tx = getDb()): Promise<string> {
  const row = await tx.accountSecret.findUnique({
    where: { accountId },
    select: { sealed: true },
  })
  if (!row) throw new AppError('gone', 'This account was removed, and its API secret with it.')
  return row.sealed
}
