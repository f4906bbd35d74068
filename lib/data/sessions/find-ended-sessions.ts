import { getDb } from '@/lib/db/client'

/** Of these sessions, the ones that let nobody in any more. Asking is no use of them: none lives longer for it. */
export async function findEndedSessions(ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await getDb().$queryRaw<{ id: string }[]>`
    SELECT asked."id"::text AS "id" FROM unnest(${[...ids]}::uuid[]) AS asked("id")
    WHERE NOT EXISTS (
      SELECT 1 FROM "Session" s JOIN "User" u ON u."id" = s."userId"
      WHERE s."id" = asked."id" AND s."endedAt" IS NULL AND s."expiresAt" > app_now()
        AND u."disabledAt" IS NULL)`
  return rows.map(({ id }) => id)
}
