'use server'

import { redirect } from 'next/navigation'
import { setSessionCookie } from '@/lib/auth/session-cookie'
import { readSignInFrom } from '@/lib/auth/sign-in-from'
import { AppError, type FieldErrors } from '@/lib/errors/app-error'
import { reportFault } from '@/lib/errors/report-fault'
import { paths } from '@/lib/paths'
import { createFirstAdmin } from '@/lib/services/create-first-admin'
import type { SignedIn } from '@/lib/services/sign-in'

export type SetupState = { message: string; fieldErrors: FieldErrors } | null

/** The one action that nobody needs to be signed in for: the printed code stands for the person. */
export async function createFirstAdminAction(_: SetupState, form: FormData): Promise<SetupState> {
  const outcome = await tryCreate(form)
  if (!('sessionId' in outcome)) return outcome
  await setSessionCookie(outcome)
  redirect(paths.reports)
}

async function tryCreate(form: FormData): Promise<SignedIn | NonNullable<SetupState>> {
  const input = Object.fromEntries(
    ['email', 'password', 'name', 'code'].map((name) => [name, form.get(name) ?? undefined]),
  )
  try {
    return await createFirstAdmin(input, await readSignInFrom())
  } catch (error) {
    if (error instanceof AppError) {
      return { message: error.message, fieldErrors: error.fieldErrors ?? {} }
    }
    const reference = reportFault(error, 'set-up')
    const message = `The server could not do it. Its log has the reason as ${reference}.`
    return { message, fieldErrors: {} }
  }
}
