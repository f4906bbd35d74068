import { cookies } from 'next/headers'
import { authCookies } from './cookie-names'
import { type SessionToken, sealSessionToken, tokenLifeSeconds } from './session-token'

/** Hands the browser its session, as next-auth does. For server actions. */
export async function setSessionCookie(session: SessionToken): Promise<void> {
  const { name, options } = authCookies().sessionToken
  const jar = await cookies()
  jar.set(name, await sealSessionToken(session), { ...options, maxAge: tokenLifeSeconds })
}

/** Takes it away again. Deleting needs the cookie's own options, or a prefixed one would stay. */
export async function clearSessionCookie(): Promise<void> {
  const { name, options } = authCookies().sessionToken
  const jar = await cookies()
  jar.set(name, '', { ...options, maxAge: 0 })
}
