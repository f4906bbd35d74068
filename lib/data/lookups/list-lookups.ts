import { authorize } from '@/lib/data/authorize'
import { appNow, getDb } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import type { LookupView } from '@/lib/schemas/record-lookup'
import { lookupViewSelect, toLookupView } from './lookup-view'

const pageSize = 25

export type LookupPage = {
  lookups: LookupView[]
  /** The id that the next page begins after; null on the last one. */
  nextAfter: string | null
}

/**
 * A page of the look-ups, the newest first, by their ids, which are in the order of time.
 * @param after the last id of the page before; what is no such id begins at the first
 * @throws AppError `forbidden`
 */
export async function listLookups(actor: UserActor, after: string): Promise<LookupPage> {
  authorize(actor, 'reports.create')
  const db = getDb()
  const rows = await db.recordLookup.findMany({
    where: /^[0-9a-f-]{36}$/.test(after) ? { id: { lt: after } } : {},
    orderBy: { id: 'desc' },
    take: pageSize + 1,
    select: lookupViewSelect,
  })
  const now = await appNow()
  const lookups = rows.slice(0, pageSize).map((row) => toLookupView(row, [], now))
  return {
    lookups,
    nextAfter: rows.length > pageSize ? (lookups.at(-1)?.id ?? null) : null,
  }
}
