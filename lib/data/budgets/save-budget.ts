import type { Tx } from '@/lib/db/client'
import type { BudgetView } from '@/lib/schemas/budget'

/** Stores an account's budget; null takes it away. */
export async function saveBudget(
  tx: Tx,
  accountId: string,
  budget: BudgetView | null,
): Promise<void> {
  if (budget)
    await tx.budget.upsert({
      where: { accountId },
      create: { accountId, ...budget },
      update: budget,
      select: { accountId: true },
    })
  else await tx.budget.deleteMany({ where: { accountId } })
}
