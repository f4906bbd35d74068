'use server'

import { redirect } from 'next/navigation'
import { readWhence } from '@/lib/auth/read-whence'
import { AppError, type FieldErrors } from '@/lib/errors/app-error'
import { reportFault } from '@/lib/errors/report-fault'
import { paths } from '@/lib/paths'
import { setPasswordByLink } from '@/lib/services/users-set-password'

export type SetPasswordState = { message: string; fieldErrors: FieldErrors } | null

/** Needs nobody to be signed in: the link's token stands for the person. */
export async function setPasswordAction(
  token: string,
  _: SetPasswordState,
  form: FormData,
): Promise<SetPasswordState> {
  const refusal = await trySetPassword(token, form)
  if (refusal) return refusal
  redirect(paths.signIn())
}

async function trySetPassword(token: unknown, form: FormData): Promise<SetPasswordState> {
  const input = Object.fromEntries(
    ['name', 'password'].map((name) => [name, form.get(name) ?? undefined]),
  )
  try {
    await setPasswordByLink(String(token), input, await readWhence())
    return null
  } catch (error) {
    if (error instanceof AppError) {
      return { message: error.message, fieldErrors: error.fieldErrors ?? {} }
    }
    const reference = reportFault(error, 'one-time link')
    const message = `The server could not do it. Its log has the reason as ${reference}.`
    return { message, fieldErrors: {} }
  }
}
