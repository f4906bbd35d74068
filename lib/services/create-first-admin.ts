import { hashPassword } from '@/lib/credentials/password-hash'
import { hashSetupCode } from '@/lib/credentials/setup-code'
import { recordAudit } from '@/lib/data/audit/record-audit'
import { userSubject } from '@/lib/data/audit/user-subject'
import { createSession } from '@/lib/data/sessions/create-session'
import { createFirstUser } from '@/lib/data/setup/create-first-user'
import { isSetupCode } from '@/lib/data/setup/is-setup-code'
import { hasUsers } from '@/lib/data/users/has-users'
import { getDb, transact } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import { toFieldErrors } from '@/lib/errors/field-errors'
import { setupSchema } from '@/lib/schemas/setup'
import { holdTry, keysOf } from './hold-try'
import type { SignedIn, SignInFrom } from './sign-in'

/**
 * Makes the first administrator for whoever knows a code that the server printed, and signs them in.
 * @throws AppError `invalid` with all field errors, `gone` when there is a user already, `throttled`
 */
export async function createFirstAdmin(input: unknown, from: SignInFrom): Promise<SignedIn> {
  if (await hasUsers()) throw alreadyDone()
  const parsed = setupSchema.safeParse(input)
  if (!parsed.success) {
    const message = 'Some fields need another look.'
    throw new AppError('invalid', message, { fieldErrors: toFieldErrors(parsed.error) })
  }
  const { email, name, password, code } = parsed.data
  const { address, userAgent } = from
  const stranger = { kind: 'stranger' as const, name: email, address, userAgent }
  await holdTry(keysOf('setup', 'anyone', from.address), async () => {
    if (await isSetupCode(hashSetupCode(code))) return
    await recordAudit(getDb(), stranger, {
      kind: 'setup.failed',
      data: { reason: 'the code was wrong' },
    })
    throw wrongCode()
  })
  const passwordHash = await hashPassword(password)
  return transact(async (tx) => {
    const user = await createFirstUser({ email, name, passwordHash }, tx)
    if (!user) throw alreadyDone()
    await recordAudit(tx, stranger, {
      kind: 'setup.done',
      subject: userSubject({ id: user.id, name, email }),
    })
    const session = await createSession({ userId: user.id, ...from }, tx)
    return { userId: user.id, sessionId: session.id }
  })
}

function alreadyDone(): AppError {
  return new AppError('gone', 'This dashboard is set up already. Sign in instead.')
}

function wrongCode(): AppError {
  const message = 'That is not the code. Look for the newest one in what the server printed.'
  return new AppError('invalid', message, { fieldErrors: { code: [message] } })
}
