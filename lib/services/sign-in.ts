import { verifyPassword } from '@/lib/credentials/password-hash'
import { createSession } from '@/lib/data/sessions/create-session'
import { endSession } from '@/lib/data/sessions/end-session'
import { forgiveTries } from '@/lib/data/throttle/forgive-tries'
import { findSignIn } from '@/lib/data/users/find-sign-in'
import { transact } from '@/lib/db/client'
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
  if (!parsed.success) return null
  const { email, password } = parsed.data
  const keys = keysOf('sign-in', email, from.address)
  return holdTry(keys, async () => {
    const candidate = await findSignIn(email)
    const matches = await verifyPassword(candidate?.passwordHash ?? null, password)
    if (!candidate || !matches || candidate.disabled) return null
    return transact(async (tx) => {
      await forgiveTries(keys, tx)
      if (from.previousSessionId) await endSession(from.previousSessionId, tx)
      const { userId } = candidate
      const session = await createSession({ userId, ...from }, tx)
      return { userId, sessionId: session.id }
    })
  })
}
