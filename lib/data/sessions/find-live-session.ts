import { getDb } from '@/lib/db/client'
import type { Role } from '@/lib/schemas/rights'
import { endSession } from './end-session'
import { sessionLifeDays } from './session-life'

export type LiveSession = {
  sessionId: string
  user: {
    id: string
    email: string
    name: string
    role: Role
    /** As the person chose; null: as the system or the browser has it. */
    theme: string | null
    timeZone: string | null
  }
}

type Row = {
  id: string
  email: string
  name: string
  role: Role
  theme: string | null
  timeZone: string | null
  disabled: boolean
  stale: boolean
}

/**
 * The session and its person, as they are at this moment; null when either is ended. Each use
 * moves the expiry, written at most once a minute. A disabled person's session ends for good.
 */
export async function findLiveSession(
  sessionId: string,
  userId: string,
): Promise<LiveSession | null> {
  const rows = await getDb().$queryRaw<Row[]>`
    SELECT u."id", u."email", u."name", u."role", u."theme", u."timeZone",
      u."disabledAt" IS NOT NULL AS "disabled",
      s."lastSeenAt" < app_now() - interval '1 minute' AS "stale"
    FROM "Session" s JOIN "User" u ON u."id" = s."userId"
    WHERE s."id" = ${sessionId}::uuid AND s."userId" = ${userId}::uuid
      AND s."endedAt" IS NULL AND s."expiresAt" > app_now()`
  const row = rows[0]
  if (!row) return null
  if (row.disabled) {
    await endSession(sessionId)
    return null
  }
  if (row.stale) await touchSession(sessionId)
  const { id, email, name, role, theme, timeZone } = row
  return { sessionId, user: { id, email, name, role, theme, timeZone } }
}

async function touchSession(sessionId: string): Promise<void> {
  await getDb().$executeRaw`
    UPDATE "Session" SET "lastSeenAt" = app_now(), "updatedAt" = app_now(),
      "expiresAt" = app_now() + make_interval(days => ${sessionLifeDays}::int)
    WHERE "id" = ${sessionId}::uuid AND "endedAt" IS NULL
      AND "lastSeenAt" < app_now() - interval '1 minute'`
}
