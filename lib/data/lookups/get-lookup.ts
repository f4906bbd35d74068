import { z } from 'zod'
import { authorize } from '@/lib/data/authorize'
import { appNow, getDb } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import type { LookupView } from '@/lib/schemas/record-lookup'
import { lookupViewSelect, toLookupView } from './lookup-view'

/**
 * A look-up, without its records; null when there is none. Those who may ask for records see all that were looked up here:
 * what one has paid for nobody pays for again.
 * @throws AppError `forbidden`
 */
export async function getLookup(actor: UserActor, id: string): Promise<LookupView | null> {
  authorize(actor, 'reports.create')
  if (!z.uuid().safeParse(id).success) return null
  const db = getDb()
  const row = await db.recordLookup.findUnique({ where: { id }, select: lookupViewSelect })
  if (!row) return null
  const costs = await db.$queryRaw<LookupView['costs']>`
    SELECT "currency", trim_scale(sum("price"))::text AS "total" FROM "RecordPage"
    WHERE "lookupId" = ${id}::uuid AND "price" IS NOT NULL GROUP BY "currency" ORDER BY "currency"`
  return toLookupView(row, costs, await appNow())
}
