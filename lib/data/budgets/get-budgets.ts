import { getDb, type Tx } from '@/lib/db/client'
import type { BudgetView } from '@/lib/schemas/budget'

/** The budgets of accounts that have one, by account. Everyone who is signed in may see them. */
export async function getBudgets(
  accountIds: readonly string[],
  tx: Tx = getDb(),
): Promise<Map<string, BudgetView>> {
  const rows = await tx.budget.findMany({
    where: { accountId: { in: [...accountIds] } },
    select: { accountId: true, currency: true, warnAt: true, stopAt: true },
  })
  return new Map(
    rows.map(({ accountId, currency, warnAt, stopAt }) => [
      accountId,
      { currency, warnAt: warnAt?.toFixed() ?? null, stopAt: stopAt?.toFixed() ?? null },
    ]),
  )
}
