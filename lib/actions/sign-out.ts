'use server'

import { redirect } from 'next/navigation'
import { getCurrentUser } from '@/lib/auth/current-user'
import { clearSessionCookie } from '@/lib/auth/session-cookie'
import { endSession } from '@/lib/data/sessions/end-session'
import { paths } from '@/lib/paths'

/** Ends this browser's session. The `action` of a form, with or without JavaScript. */
export async function signOut(): Promise<void> {
  const user = await getCurrentUser()
  if (user) await endSession(user.sessionId)
  await clearSessionCookie()
  redirect(paths.signIn())
}
