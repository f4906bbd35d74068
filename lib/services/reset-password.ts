import { hashPassword } from '@/lib/credentials/password-hash'
import { recordAudit } from '@/lib/data/audit/record-audit'
import { userSubject } from '@/lib/data/audit/user-subject'
import { endSessionsOf } from '@/lib/data/sessions/end-sessions-of'
import { enableUser } from '@/lib/data/users/enable-user'
import { findUserByEmail } from '@/lib/data/users/find-user-by-email'
import { setPasswordHash } from '@/lib/data/users/set-password-hash'
import { transact } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import { emailSchema } from '@/lib/schemas/email'
import { newPasswordSchema } from '@/lib/schemas/password'

/**
 * Gives a person a new password from the command line, ends their sessions, and lets a disabled
 * administrator in again. Whoever may run it has the database anyway, so it asks for no right.
 * @throws AppError `invalid`, `not-found`
 */
export async function resetPassword(
  emailText: string,
  newPassword: string,
): Promise<{ email: string; endedSessions: number; enabled: boolean }> {
  const email = emailSchema.safeParse(emailText)
  const password = newPasswordSchema.safeParse(newPassword)
  const issue = email.error?.issues[0] ?? password.error?.issues[0]
  if (!email.success || !password.success) throw new AppError('invalid', issue?.message ?? '')
  const hash = await hashPassword(password.data)
  return transact(async (tx) => {
    const user = await findUserByEmail(email.data, tx)
    if (!user) throw new AppError('not-found', `Nobody here has the address ${email.data}.`)
    await setPasswordHash(user.id, hash, tx)
    const enabled = user.disabled && user.role === 'admin'
    if (enabled) await enableUser(user.id, tx)
    const endedSessions = await endSessionsOf(user.id, {}, tx)
    await recordAudit(
      tx,
      { kind: 'console', name: 'Command line' },
      {
        kind: 'password.reset',
        subject: userSubject(user),
        data: { enabled, ended: endedSessions },
      },
    )
    return { email: email.data, enabled, endedSessions }
  })
}
