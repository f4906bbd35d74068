import { parseSignInError, type SignInError } from '@/lib/schemas/sign-in-errors'

export const credentialsPath = '/api/auth/callback/credentials'

/** Signs in by the same request that the form makes without JavaScript. Null when it worked. */
export async function postCredentials(form: FormData): Promise<SignInError | null> {
  const body = new URLSearchParams()
  for (const [name, value] of form) if (typeof value === 'string') body.set(name, value)
  body.set('json', 'true')
  try {
    const answer = await fetch(credentialsPath, { method: 'POST', body })
    const { url } = (await answer.json()) as { url?: string }
    if (!url) return 'Unavailable'
    const { pathname, searchParams } = new URL(url, window.location.origin)
    if (answer.ok && !pathname.startsWith('/api/auth/')) return null
    return parseSignInError(searchParams.get('error')) ?? 'Expired'
  } catch {
    return 'Unavailable'
  }
}
