import { cookies } from 'next/headers'
import type { SignInFrom } from '@/lib/services/sign-in'
import { authCookies } from './cookie-names'
import { readWhence } from './read-whence'
import { openSessionToken } from './session-token'

/** Where the request of a sign-in comes from, and the session that this browser had. */
export async function readSignInFrom(): Promise<SignInFrom> {
  const cookie = (await cookies()).get(authCookies().sessionToken.name)?.value
  const previous = await openSessionToken(cookie)
  return { ...(await readWhence()), previousSessionId: previous?.sessionId ?? null }
}
