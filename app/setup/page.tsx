import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { connection } from 'next/server'
import { SetupForm } from '@/components/auth/setup-form'
import { AuthFrame } from '@/components/shell/auth-frame'
import { hasUsers } from '@/lib/data/users/has-users'
import { paths } from '@/lib/paths'
import { createFirstAdminAction } from './create-first-admin-action'

export const metadata: Metadata = { title: 'Set up' }

export default async function SetupPage() {
  await connection()
  if (await hasUsers()) redirect(paths.signIn())
  return (
    <AuthFrame
      title="Create the first administrator"
      text="There is no user yet. Whoever can read the server's output may make the first one."
    >
      <SetupForm action={createFirstAdminAction} />
    </AuthFrame>
  )
}
