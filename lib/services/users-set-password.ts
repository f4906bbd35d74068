import { hashPassword } from '@/lib/credentials/password-hash'
import { recordAudit } from '@/lib/data/audit/record-audit'
import { userSubject } from '@/lib/data/audit/user-subject'
import { endInvitationsOf } from '@/lib/data/invitations/end-invitations-of'
import { findOpenInvitation } from '@/lib/data/invitations/find-open-invitation'
import { hashLinkToken } from '@/lib/data/invitations/link-token'
import { useUpInvitation } from '@/lib/data/invitations/use-up-invitation'
import { endSessionsOf } from '@/lib/data/sessions/end-sessions-of'
import { setPasswordHash } from '@/lib/data/users/set-password-hash'
import { setUserName } from '@/lib/data/users/set-user-name'
import { transact } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import { toFieldErrors } from '@/lib/errors/field-errors'
import { setPasswordSchema } from '@/lib/schemas/users'

/**
 * Whom a one-time link is for; null when it is of no use (any more).
 * @param token as it stands in the link
 */
export async function readLink(token: string): Promise<{ email: string; name: string } | null> {
  const open = await findOpenInvitation(hashLinkToken(token))
  return open && { email: open.email, name: open.name }
}

/**
 * Sets name and password of the person whom the link is for, uses the link up, and ends the
 * sessions that were begun with the password before.
 * @param from where the request comes from
 * @throws AppError `gone` when the link is of no use, `invalid` with all field errors
 */
export async function setPasswordByLink(
  token: string,
  input: unknown,
  from: { address: string; userAgent: string },
): Promise<void> {
  const hash = hashLinkToken(token)
  // Before the hashing of the password, which costs: strangers shall not make us do it.
  const open = await findOpenInvitation(hash)
  if (!open) throw gone()
  const parsed = setPasswordSchema.safeParse(input)
  if (!parsed.success) {
    const message = 'Some fields need another look.'
    throw new AppError('invalid', message, { fieldErrors: toFieldErrors(parsed.error) })
  }
  const { name, password } = parsed.data
  const passwordHash = await hashPassword(password)
  await transact(async (tx) => {
    if (!(await useUpInvitation({ hash, userId: open.userId }, tx))) throw gone()
    await setUserName(open.userId, name, tx)
    await setPasswordHash(open.userId, passwordHash, tx)
    await endInvitationsOf(open.userId, tx)
    await endSessionsOf(open.userId, {}, tx)
    await recordAudit(
      tx,
      { kind: 'stranger', name: open.email, ...from },
      {
        kind: 'password.set-by-link',
        subject: userSubject({ id: open.userId, name, email: open.email }),
      },
    )
  })
}

function gone(): AppError {
  const message =
    'This link was used, has expired or was replaced. Ask an administrator for a new one.'
  return new AppError('gone', message)
}
