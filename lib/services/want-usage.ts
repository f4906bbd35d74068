import { recordAudit } from '@/lib/data/audit/record-audit'
import { authorize } from '@/lib/data/authorize'
import { wantUsageFetch } from '@/lib/data/usage/want-usage-fetch'
import { transact } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'

/**
 * Lets the worker fetch usage from Vonage now instead of at the next turn. It is free; twice is as good as once.
 * @param accountId one account; without it all of the environment
 * @throws AppError `forbidden`; `not-found` where there is no such account
 */
export async function wantUsage(
  actor: UserActor,
  { accountId, environment }: { accountId?: string; environment: 'live' | 'sandbox' },
): Promise<void> {
  authorize(actor, 'spending.see')
  await transact(async (tx) => {
    const accounts = await tx.account.findMany({
      where: { removedAt: null, environment, ...(accountId ? { id: accountId } : {}) },
      select: { id: true, label: true },
    })
    if (accounts.length === 0) throw new AppError('not-found', 'There is no such account.')
    await wantUsageFetch(
      tx,
      accounts.map(({ id }) => id),
    )
    for (const { id, label } of accounts)
      await recordAudit(tx, actor, {
        kind: 'spending.fetched',
        subject: { kind: 'account', id, name: label },
      })
  })
}
