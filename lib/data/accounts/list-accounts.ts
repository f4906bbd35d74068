import { getDb } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import type { AccountView } from '@/lib/schemas/views'
import { accountViewSelect, toAccountView } from './account-view'

/** The accounts of this instance, the last used first. Everyone who is signed in may see them, never a secret. */
export async function listAccounts(_actor: UserActor): Promise<AccountView[]> {
  const rows = await getDb().account.findMany({
    where: { removedAt: null },
    orderBy: [{ lastUsedAt: { sort: 'desc', nulls: 'last' } }, { createdAt: 'asc' }],
    select: accountViewSelect,
  })
  return rows.map(toAccountView)
}
