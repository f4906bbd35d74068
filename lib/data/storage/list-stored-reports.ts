import { authorize } from '@/lib/data/authorize'
import { getDb } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import type { UserActor } from '@/lib/schemas/actor'
import type { StoredReport } from '@/lib/schemas/storage'
import { doomedArchives } from './doomed-archives'

const { sql } = Prisma

type Row = Omit<StoredReport, 'archivedAt' | 'goesAt'> & { archivedAt: Date; goesAt: Date | null }

const sums = sql`
  count(*)::int AS "files", sum(f."bytes")::float8 AS "bytes", min(f."archivedAt") AS "archivedAt"`

/**
 * Reports whose files go by themselves, the next first.
 * @throws AppError `forbidden`
 */
export async function listNextToGo(actor: UserActor, most: number): Promise<StoredReport[]> {
  authorize(actor, 'originals.download')
  return toViews(
    await getDb().$queryRaw<Row[]>`
      SELECT f."reportId"::text, f."title", ${sums}, NULL AS "heldBy", min(f."goesAt") AS "goesAt"
      FROM (${doomedArchives}) AS f
      GROUP BY f."reportId", f."title" ORDER BY "goesAt", f."reportId" LIMIT ${most}`,
  )
}

/**
 * Reports on hold that have a file here, those that were put on hold last first.
 * @throws AppError `forbidden`
 */
export async function listHeld(actor: UserActor, most: number): Promise<StoredReport[]> {
  authorize(actor, 'originals.download')
  return toViews(
    await getDb().$queryRaw<Row[]>`
      SELECT r."id"::text AS "reportId", r."title", ${sums}, r."heldBy", NULL::timestamptz AS "goesAt"
      FROM "Report" r
      JOIN "ReportRequest" q ON q."reportId" = r."id"
      JOIN (SELECT *, "createdAt" AS "archivedAt" FROM "Archive") f ON f."requestId" = q."id" AND f."deletedAt" IS NULL
      WHERE r."heldAt" IS NOT NULL
      GROUP BY r."id" ORDER BY r."heldAt" DESC LIMIT ${most}`,
  )
}

function toViews(rows: readonly Row[]): StoredReport[] {
  return rows.map((row) => ({
    ...row,
    archivedAt: row.archivedAt.toISOString(),
    goesAt: row.goesAt?.toISOString() ?? null,
  }))
}
