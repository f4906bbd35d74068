import { getDb, type Tx } from '@/lib/db/client'

/** The labels of accounts by their ids. */
export async function listAccountLabels(
  ids: readonly string[],
  tx: Tx = getDb(),
): Promise<Map<string, string>> {
  const rows = await tx.account.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, label: true },
  })
  return new Map(rows.map(({ id, label }) => [id, label]))
}
