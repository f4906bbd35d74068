import { hashPassword, verifyPassword } from '@/lib/credentials/password-hash'
import { recordAudit } from '@/lib/data/audit/record-audit'
import { endSessionsOf } from '@/lib/data/sessions/end-sessions-of'
import { forgiveTries } from '@/lib/data/throttle/forgive-tries'
import { getPasswordHash } from '@/lib/data/users/get-password-hash'
import { setPasswordHash } from '@/lib/data/users/set-password-hash'
import { getDb, transact } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'
import type { ChangePasswordInput } from '@/lib/schemas/password'
import { holdTry, keysOf } from './hold-try'

/**
 * Changes the actor's own password and ends their other sessions. Wrong current passwords are
 * throttled as those at sign-in are: a session left open must not be a way to guess.
 * @returns how many other sessions were ended
 * @throws AppError `invalid` when the current password is wrong, `throttled`
 */
export async function changePassword(
  actor: UserActor,
  input: ChangePasswordInput,
  from: { address: string; sessionId: string },
): Promise<{ endedSessions: number }> {
  const keys = keysOf('password', actor.id, from.address)
  await holdTry(keys, async () => {
    if (!(await verifyPassword(await getPasswordHash(actor), input.currentPassword))) {
      await recordAudit(getDb(), actor, {
        kind: 'password.refused',
        data: { reason: 'the current password was wrong' },
      })
      const message = 'That is not your current password.'
      throw new AppError('invalid', message, { fieldErrors: { currentPassword: [message] } })
    }
    await forgiveTries(keys)
  })
  const hash = await hashPassword(input.newPassword)
  const endedSessions = await transact(async (tx) => {
    await setPasswordHash(actor.id, hash, tx)
    const ended = await endSessionsOf(actor.id, { keep: from.sessionId }, tx)
    await recordAudit(tx, actor, { kind: 'password.changed', data: { ended } })
    return ended
  })
  return { endedSessions }
}
