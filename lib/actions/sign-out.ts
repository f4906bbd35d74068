'use server'

import { redirect } from 'next/navigation'
import { getCurrentUser } from '@/lib/auth/current-user'
import { clearSessionCookie } from '@/lib/auth/session-cookie'
import { paths } from '@/lib/paths'
import * as service from '@/lib/services/sign-out'

/** Ends this browser's session. The `action` of a form, with or without JavaScript. */
export async function signOut(): Promise<void> {
  const user = await getCurrentUser()
  if (user) await service.signOut(user, user.sessionId)
  await clearSessionCookie()
  redirect(paths.signIn())
}
