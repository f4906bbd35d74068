import { authorize } from '@/lib/data/authorize'
import { getDb } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import type { AccountStorage } from '@/lib/schemas/storage'

type Row = Omit<AccountStorage, 'oldestAt'> & {
  oldestAt: Date | null
}

/**
 * What is kept of each account, the largest first; a removed account only while something of it is here.
 * @throws AppError `forbidden`
 */
export async function listAccountStorage(actor: UserActor): Promise<AccountStorage[]> {
  authorize(actor, 'originals.download')
  const rows = await getDb().$queryRaw<Row[]>`
    SELECT c."id"::text AS "accountId", c."label", c."environment" = 'sandbox' AS "isSandbox", c."keepDays",
      (count(a.*) FILTER (WHERE a."deletedAt" IS NULL))::int AS "files",
      COALESCE(sum(a."bytes") FILTER (WHERE a."deletedAt" IS NULL), 0)::float8 AS "bytes",
      COALESCE(sum(a."rows") FILTER (WHERE a."deletedAt" IS NULL), 0)::float8 AS "rows",
      min(a."createdAt") FILTER (WHERE a."deletedAt" IS NULL) AS "oldestAt",
      (count(a.*) FILTER (WHERE a."deletedAt" IS NOT NULL))::int AS "deletedFiles",
      COALESCE(sum(a."bytes") FILTER (WHERE a."deletedAt" IS NOT NULL), 0)::float8 AS "deletedBytes"
    FROM "Account" c
    LEFT JOIN "ReportRequest" q ON q."accountId" = c."id"
    LEFT JOIN "Archive" a ON a."requestId" = q."id"
    GROUP BY c."id"
    HAVING c."removedAt" IS NULL OR count(a.*) FILTER (WHERE a."deletedAt" IS NULL) > 0
    ORDER BY "bytes" DESC, c."label"`
  return rows.map((row) => ({
    ...row,
    oldestAt: row.oldestAt?.toISOString() ?? null,
  }))
}
