import { getDb } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'

/** Whoever may have asked for a report, by name: everybody sees that in the history. */
export async function listPeople(_actor: UserActor): Promise<{ id: string; name: string }[]> {
  return getDb().user.findMany({ orderBy: { name: 'asc' }, select: { id: true, name: true } })
}
