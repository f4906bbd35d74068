import { createUser, type NewUser } from '@/lib/data/users/create-user'
import { hasUsers } from '@/lib/data/users/has-users'
import type { Tx } from '@/lib/db/client'

/**
 * Makes the first user, an administrator, and ends all set-up codes. The lock lets one of several
 * racing calls win.
 * @returns null when there is somebody already
 */
export async function createFirstUser(
  user: Omit<NewUser, 'role'>,
  tx: Tx,
): Promise<{ id: string } | null> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('first user'))`
  if (await hasUsers(tx)) return null
  await tx.setupCode.deleteMany()
  return createUser({ ...user, role: 'admin' }, tx)
}
