import { authorize } from '@/lib/data/authorize'
import { getDb } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'

/** Whether a report is one request and nothing kept, so that its file is the report. Also true for none of it. */
export async function isSingleFile(actor: UserActor, reportId: string): Promise<boolean> {
  authorize(actor, 'originals.download')
  const db = getDb()
  const requests = await db.reportRequest.count({ where: { reportId, replacedById: null } })
  return requests <= 1 && (await db.keptPart.count({ where: { reportId } })) === 0
}
