import { cookies, headers } from 'next/headers'
import { getEnv } from '@/lib/config/env'
import type { SignInFrom } from '@/lib/services/sign-in'
import { readClientAddress } from './client-address'
import { authCookies } from './cookie-names'
import { openSessionToken } from './session-token'

/** Where the request of a sign-in comes from, and the session that this browser had. */
export async function readSignInFrom(): Promise<SignInFrom> {
  const head = await headers()
  const cookie = (await cookies()).get(authCookies().sessionToken.name)?.value
  const previous = await openSessionToken(cookie)
  return {
    address: readClientAddress(head.get('x-forwarded-for'), getEnv().TRUST_PROXY),
    userAgent: head.get('user-agent') ?? '',
    previousSessionId: previous?.sessionId ?? null,
  }
}
