import type { Tx } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'

/**
 * Refuses to go on when nobody but this person could manage the instance. Whoever takes an admin
 * away calls it first: its lock makes them take turns, so that two who race can't take the last two.
 * An invited person counts only once they have a password.
 * @throws AppError `conflict`
 */
export async function keepLastAdmin(userId: string, tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('last admin'))`
  const others = await tx.user.count({
    where: { id: { not: userId }, role: 'admin', disabledAt: null, password: { isNot: null } },
  })
  if (others === 0) {
    throw new AppError(
      'conflict',
      'This is the last active admin. Make somebody else an admin first.',
    )
  }
}
