import { getDb } from '@/lib/db/client'
import type { Retention } from '@/lib/schemas/storage'
import { doomedArchives } from './doomed-archives'

/** How long a report's files are kept. */
export async function getRetention(reportId: string): Promise<Retention> {
  const db = getDb()
  const [report, doomed] = await Promise.all([
    db.report.findUniqueOrThrow({ where: { id: reportId }, select: { heldBy: true } }),
    db.$queryRaw<{ goesAt: Date | null }[]>`
      SELECT min("goesAt") AS "goesAt" FROM (${doomedArchives} AND r."id" = ${reportId}::uuid) AS doomed`,
  ])
  return { heldBy: report.heldBy, goesAt: doomed[0]?.goesAt?.toISOString() ?? null }
}
