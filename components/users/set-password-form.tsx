'use client'

import { useActionState, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { PasswordInput } from '@/components/ui/password-input'
import type { FieldErrors } from '@/lib/errors/app-error'
import { maxPasswordLength, minPasswordLength } from '@/lib/schemas/password'

type State = { message: string; fieldErrors: FieldErrors } | null

/** Name and password of whoever opened a one-time link. Values are held here, since React empties a form after its action. */
export function SetPasswordForm({
  email,
  name,
  action,
}: {
  /** Tells a password manager whose password this is. */
  email: string
  name: string
  action: (state: State, form: FormData) => Promise<State>
}) {
  const [state, submit, pending] = useActionState(action, null)
  const [values, setValues] = useState({ name, password: '' })
  const errorOf = (field: keyof typeof values) => state?.fieldErrors[field]?.[0]
  const bind = (field: keyof typeof values) => ({
    name: field,
    required: true,
    value: values[field],
    onChange: (event: { target: { value: string } }) =>
      setValues({ ...values, [field]: event.target.value }),
  })
  return (
    <form action={submit} className="grid gap-4">
      {state && Object.keys(state.fieldErrors).length === 0 && (
        <Callout kind="error" title={state.message} live />
      )}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label="Name" error={errorOf('name')} hint="Your team sees it beside your reports.">
        <Input {...bind('name')} autoComplete="name" maxLength={80} />
      </Field>
      <Field
        label="Password"
        error={errorOf('password')}
        hint={`At least ${minPasswordLength} characters. A sentence is easier to remember.`}
      >
        <PasswordInput
          {...bind('password')}
          autoComplete="new-password"
          minLength={minPasswordLength}
          maxLength={maxPasswordLength}
        />
      </Field>
      <Button type="submit" variant="primary" pending={pending}>
        Set password
      </Button>
    </form>
  )
}
