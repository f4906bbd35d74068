import { verifyPassword } from '@/lib/credentials/password-hash'
import { recordAudit } from '@/lib/data/audit/record-audit'
import { userSubject } from '@/lib/data/audit/user-subject'
import { createSession } from '@/lib/data/sessions/create-session'
import { endSession } from '@/lib/data/sessions/end-session'
import { forgiveTries } from '@/lib/data/throttle/forgive-tries'
import { findSignIn, type SignInCandidate } from '@/lib/data/users/find-sign-in'
import { getDb, transact } from '@/lib/db/client'
import { signInSchema } from '@/lib/schemas/sign-in'
import { holdTry, keysOf } from './hold-try'

export type SignInFrom = {
  address: string
  userAgent: string
  /** The session that this browser had until now: it ends, so that none is carried over. */
  previousSessionId: string | null
}

export type SignedIn = { userId: string; sessionId: string }

/**
 * Begins a session for the person whose email and password these are. An unknown address, a wrong
 * password and a disabled person all give null, after the same work.
 * @throws AppError `throttled`
 */
export async function signIn(input: unknown, from: SignInFrom): Promise<SignedIn | null> {
  const parsed = signInSchema.safeParse(input)
  // What was typed is not kept: it may be a password in the wrong field.
  const { email, password } = parsed.success ? parsed.data : { email: '', password: '' }
  const { address, userAgent } = from
  const stranger = { kind: 'stranger' as const, name: email, address, userAgent }
  const keys = keysOf('sign-in', email, address)
  return holdTry(keys, async () => {
    const candidate = parsed.success ? await findSignIn(email) : null
    const matches = await verifyPassword(candidate?.passwordHash ?? null, password)
    if (!candidate || !matches || candidate.disabled) {
      await recordAudit(getDb(), stranger, {
        kind: 'sign-in.failed',
        ...(candidate && {
          subject: userSubject({ id: candidate.userId, email, name: candidate.name }),
        }),
        data: { reason: parsed.success ? whyRefused(candidate) : 'what was typed was incomplete' },
      })
      return null
    }
    return transact(async (tx) => {
      await forgiveTries(keys, tx)
      if (from.previousSessionId) await endSession(from.previousSessionId, tx)
      const { userId } = candidate
      const session = await createSession({ userId, ...from }, tx)
      const { name, role } = candidate
      const actor = { kind: 'user' as const, id: userId, name, role, address, userAgent }
      await recordAudit(tx, actor, { kind: 'sign-in.done' })
      return { userId, sessionId: session.id }
    })
  })
}

/** For administrators only: the person who tried is told nothing of it. */
function whyRefused(candidate: SignInCandidate | null): string {
  if (!candidate) return 'nobody here has this address'
  if (candidate.disabled) return 'the person is switched off'
  if (candidate.passwordHash === null) return 'the person has not set a password yet'
  return 'the password was wrong'
}
