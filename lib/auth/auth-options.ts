import type { AuthOptions } from 'next-auth'
import CredentialsProvider from 'next-auth/providers/credentials'
import { z } from 'zod'
import { getSecrets } from '@/lib/config/secrets'
import { findLiveSession } from '@/lib/data/sessions/find-live-session'
import { AppError } from '@/lib/errors/app-error'
import { reportFault } from '@/lib/errors/report-fault'
import { paths } from '@/lib/paths'
import { signIn } from '@/lib/services/sign-in'
import { signOut } from '@/lib/services/sign-out'
import { authCookies, usesHttps } from './cookie-names'
import { getCurrentUser } from './current-user'
import { safeNext } from './safe-next'
import { tokenLifeSeconds } from './session-token'
import { readSignInFrom } from './sign-in-from'

const idsSchema = z.object({ sub: z.uuid(), sid: z.uuid() })
const signedInSchema = z.object({ id: z.uuid(), sessionId: z.uuid() })

/** next-auth, set up so that a token holds two ids only and each use of it asks the session's row. */
export function makeAuthOptions(): AuthOptions {
  return {
    secret: getSecrets().authSecret,
    useSecureCookies: usesHttps(),
    cookies: authCookies(),
    session: { strategy: 'jwt', maxAge: tokenLifeSeconds },
    jwt: { maxAge: tokenLifeSeconds },
    pages: { signIn: paths.signIn(), signOut: paths.signIn(), error: paths.signIn() },
    providers: [
      CredentialsProvider({
        credentials: { email: {}, password: {} },
        authorize: async (credentials) => answerCredentials(credentials),
      }),
    ],
    callbacks: {
      async jwt({ token, user }) {
        const signedIn = signedInSchema.safeParse(user)
        if (signedIn.success) return { sub: signedIn.data.id, sid: signedIn.data.sessionId }
        const ids = idsSchema.parse(token)
        const live = await findLiveSession(ids.sid, ids.sub)
        if (!live) throw new Error('The session has ended.')
        return ids
      },
      session({ session }) {
        return { expires: session.expires }
      },
      redirect: async ({ url }) => safeNext(url),
    },
    events: {
      async signOut() {
        const user = await getCurrentUser()
        if (user) await signOut(user, user.sessionId)
      },
    },
    // Its own logger prints errors whole, and a token that ended is no fault.
    logger: { error: () => {}, warn: () => {}, debug: () => {} },
  }
}

async function answerCredentials(credentials: unknown) {
  try {
    const signedIn = await signIn(credentials, await readSignInFrom())
    return signedIn && { id: signedIn.userId, sessionId: signedIn.sessionId }
  } catch (error) {
    // next-auth puts this message into a URL: one word, nothing of the fault.
    if (error instanceof AppError && error.code === 'throttled') throw new Error('Throttled')
    reportFault(error, 'sign-in')
    throw new Error('Unavailable')
  }
}
