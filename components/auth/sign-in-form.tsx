'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState } from 'react'
import { rememberTimeZone } from '@/components/format/remember-time-zone'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { PasswordInput } from '@/components/ui/password-input'
import { describeSignInError, type SignInError } from '@/lib/schemas/sign-in-errors'
import { credentialsPath, postCredentials } from './post-credentials'

/**
 * A plain form that posts to next-auth: sent before the page has come to life, or without
 * JavaScript, the password still goes into a body and never into a URL.
 */
export function SignInForm({
  csrfToken,
  next,
  error: firstError,
}: {
  csrfToken: string
  next: string
  error: SignInError | null
}) {
  const router = useRouter()
  const [error, setError] = useState(firstError)
  const [pending, setPending] = useState(false)

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (pending) return
    setPending(true)
    setError(null)
    rememberTimeZone()
    const failure = await postCredentials(new FormData(event.currentTarget))
    if (!failure) return window.location.assign(next)
    setError(failure)
    setPending(false)
    if (failure === 'Expired') router.refresh()
  }

  return (
    <form method="post" action={credentialsPath} onSubmit={submit} className="grid gap-4">
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="callbackUrl" value={next} />
      {/* No Callout: this page is to be light, and words are enough here. */}
      {error && (
        <p
          role="alert"
          className="rounded-lg bg-negative-soft px-3.5 py-3 font-medium forced-colors:border"
        >
          {describeSignInError(error)}
        </p>
      )}
      <Field label="Email">
        <Input
          name="email"
          type="email"
          autoComplete="username"
          required
          maxLength={254}
          autoFocus
        />
      </Field>
      <Field label="Password">
        <PasswordInput name="password" autoComplete="current-password" required maxLength={256} />
      </Field>
      <Button type="submit" variant="primary" pending={pending}>
        Sign in
      </Button>
    </form>
  )
}
