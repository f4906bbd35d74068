import type { Tx } from '@/lib/db/client'
import type { SubaccountView } from '@/lib/schemas/subaccounts'

/** Puts a fresh list in the place of the last one. */
export async function saveSubaccounts(
  tx: Tx,
  accountId: string,
  subaccounts: readonly SubaccountView[],
  at: Date,
): Promise<void> {
  // First, so that of two lists that come at once the second waits and replaces the first whole.
  await tx.account.update({
    where: { id: accountId },
    data: { subaccountsAt: at },
    select: { id: true },
  })
  await tx.subaccount.deleteMany({ where: { accountId } })
  await tx.subaccount.createMany({
    data: subaccounts.map((subaccount) => ({ accountId, ...subaccount })),
    skipDuplicates: true,
  })
}
