import type { Tx } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import type { Role } from '@/lib/schemas/rights'

export type LockedUser = { id: string; email: string; name: string; role: Role; disabled: boolean }

/**
 * Holds a person's row until the transaction ends, so that links, role and switch change in turn.
 * @throws AppError `not-found`
 */
export async function lockUser(id: string, tx: Tx): Promise<LockedUser> {
  const rows = await tx.$queryRaw<LockedUser[]>`
    SELECT "id", "email", "name", "role", "disabledAt" IS NOT NULL AS "disabled"
    FROM "User" WHERE "id" = ${id}::uuid FOR UPDATE`
  const user = rows[0]
  if (!user) throw new AppError('not-found', 'There is no such person here.')
  return user
}
