import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { SignInForm } from '@/components/auth/sign-in-form'
import { AuthFrame } from '@/components/shell/auth-frame'
import { authCookies } from '@/lib/auth/cookie-names'
import { readCsrfToken } from '@/lib/auth/csrf-cookie'
import { getCurrentUser } from '@/lib/auth/current-user'
import { safeNext } from '@/lib/auth/safe-next'
import { getSecrets } from '@/lib/config/secrets'
import { hasUsers } from '@/lib/data/users/has-users'
import { paths } from '@/lib/paths'
import { parseSignInError } from '@/lib/schemas/sign-in-errors'

export const metadata: Metadata = { title: 'Sign in' }

type Search = { next?: string | string[]; error?: string | string[] }

export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  if (await getCurrentUser()) redirect(paths.reports)
  if (!(await hasUsers())) redirect(paths.setup)
  const { next, error } = await searchParams
  const cookie = (await cookies()).get(authCookies().csrfToken.name)?.value
  return (
    <AuthFrame title="Sign in">
      <SignInForm
        csrfToken={readCsrfToken(cookie, getSecrets().authSecret) ?? ''}
        next={safeNext(next)}
        error={parseSignInError(typeof error === 'string' ? error : null)}
      />
    </AuthFrame>
  )
}
