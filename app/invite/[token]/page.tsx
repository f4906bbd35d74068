import type { Metadata } from 'next'
import { connection } from 'next/server'
import { AuthFrame } from '@/components/shell/auth-frame'
import { ButtonLink } from '@/components/ui/button-link'
import { SetPasswordForm } from '@/components/users/set-password-form'
import { paths } from '@/lib/paths'
import { readLink } from '@/lib/services/users-set-password'
import { setPasswordAction } from './set-password-action'

export const metadata: Metadata = { title: 'Set password' }

export default async function InvitePage({ params }: { params: Promise<{ token: string }> }) {
  await connection()
  const { token } = await params
  const person = await readLink(token)
  if (!person) {
    return (
      <AuthFrame
        title="This link does not work"
        text="It was used, has expired, was replaced by a newer one, or is not whole. Ask an administrator for a new one."
      >
        <ButtonLink href={paths.signIn()} className="w-full">
          Sign in
        </ButtonLink>
      </AuthFrame>
    )
  }
  return (
    <AuthFrame title="Set your password" text={`For ${person.email}. Then sign in with it.`}>
      <SetPasswordForm {...person} action={setPasswordAction.bind(null, token)} />
    </AuthFrame>
  )
}
