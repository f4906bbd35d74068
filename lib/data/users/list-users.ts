import { authorize } from '@/lib/data/authorize'
import { getDb } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import type { Role } from '@/lib/schemas/rights'
import type { UserView } from '@/lib/schemas/users'

type Row = {
  id: string
  email: string
  name: string
  role: Role
  disabled: boolean
  hasPassword: boolean
  lastSeenAt: Date | null
  linkExpiresAt: Date | null
}

/**
 * Everybody of this instance, by name; those without one last. No hash, token or password is read.
 * @throws AppError `forbidden`
 */
export async function listUsers(actor: UserActor): Promise<UserView[]> {
  authorize(actor, 'users.manage')
  const rows = await getDb().$queryRaw<Row[]>`
    SELECT u."id", u."email", u."name", u."role", u."disabledAt" IS NOT NULL AS "disabled",
      EXISTS (SELECT FROM "Password" p WHERE p."userId" = u."id") AS "hasPassword",
      (SELECT max(s."lastSeenAt") FROM "Session" s WHERE s."userId" = u."id") AS "lastSeenAt",
      (SELECT max(i."expiresAt") FROM "Invitation" i WHERE i."userId" = u."id"
        AND i."usedAt" IS NULL AND i."expiresAt" > app_now()) AS "linkExpiresAt"
    FROM "User" u
    ORDER BY u."name" = '', lower(u."name"), u."email"`
  return rows.map(({ disabled, hasPassword, lastSeenAt, linkExpiresAt, ...rest }) => ({
    ...rest,
    state: disabled ? 'off' : hasPassword ? 'active' : 'invited',
    lastSeenAt: lastSeenAt?.toISOString() ?? null,
    linkExpiresAt: linkExpiresAt?.toISOString() ?? null,
  }))
}
