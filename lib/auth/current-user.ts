import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { findLiveSession, type LiveSession } from '@/lib/data/sessions/find-live-session'
import { hasUsers } from '@/lib/data/users/has-users'
import { AppError } from '@/lib/errors/app-error'
import { paths } from '@/lib/paths'
import type { UserActor } from '@/lib/schemas/actor'
import { authCookies } from './cookie-names'
import { readWhence } from './read-whence'
import { openSessionToken } from './session-token'

export type CurrentUser = UserActor &
  Required<Pick<UserActor, 'address' | 'userAgent'>> &
  Pick<LiveSession['user'], 'email' | 'theme' | 'timeZone'> & { sessionId: string }

/** The person behind this request, checked against the database; looked up once a request. */
export const getCurrentUser = cache(async (): Promise<CurrentUser | null> => {
  const jar = await cookies()
  const token = await openSessionToken(jar.get(authCookies().sessionToken.name)?.value)
  if (!token) return null
  const live = await findLiveSession(token.sessionId, token.userId)
  return live && { kind: 'user', ...live.user, ...(await readWhence()), sessionId: live.sessionId }
})

/**
 * For pages: the person, or off to sign in (to set up, while there is nobody).
 * @param next the path to come back to
 */
export async function requireUser(next?: string): Promise<CurrentUser> {
  const user = await getCurrentUser()
  if (user) return user
  redirect((await hasUsers()) ? paths.signIn(next) : paths.setup)
}

/** For route handlers. @throws AppError `unauthenticated` */
export async function requireApiUser(): Promise<CurrentUser> {
  const user = await getCurrentUser()
  if (!user) throw new AppError('unauthenticated', 'Sign in first.')
  return user
}
