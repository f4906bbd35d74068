import { getDb } from '@/lib/db/client'
import type { KnownSubaccounts } from '@/lib/schemas/subaccounts'

/** The sub-accounts that are known of these accounts, without asking Vonage; those never listed are left out. */
export async function listKnownSubaccounts(
  accountIds: readonly string[],
): Promise<KnownSubaccounts[]> {
  const rows = await getDb().account.findMany({
    where: { id: { in: [...accountIds] }, subaccountsAt: { not: null } },
    select: {
      id: true,
      subaccountsAt: true,
      subaccounts: {
        select: { apiKey: true, name: true, suspended: true },
        orderBy: [{ name: 'asc' }, { apiKey: 'asc' }],
      },
    },
  })
  return rows.map(({ id, subaccountsAt, subaccounts }) => ({
    accountId: id,
    subaccounts,
    fetchedAt: subaccountsAt?.toISOString() ?? null,
    problem: null,
  }))
}
