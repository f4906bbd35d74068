'use client'

import { useActionState, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { PasswordInput } from '@/components/ui/password-input'
import type { FieldErrors } from '@/lib/errors/app-error'
import { minPasswordLength } from '@/lib/schemas/password'

type State = { message: string; fieldErrors: FieldErrors } | null

/** The first administrator. Values are held here, since React empties a form after its action. */
export function SetupForm({
  action,
}: {
  action: (state: State, form: FormData) => Promise<State>
}) {
  const [state, submit, pending] = useActionState(action, null)
  const [values, setValues] = useState({ email: '', password: '', name: '', code: '' })
  const errorOf = (name: keyof typeof values) => state?.fieldErrors[name]?.[0]
  const bind = (name: keyof typeof values) => ({
    name,
    required: true,
    value: values[name],
    onChange: (event: { target: { value: string } }) =>
      setValues({ ...values, [name]: event.target.value }),
  })
  return (
    <form action={submit} className="grid gap-4">
      {state && Object.keys(state.fieldErrors).length === 0 && (
        <Callout kind="error" title={state.message} live />
      )}
      <Field label="Email" error={errorOf('email')}>
        <Input {...bind('email')} type="email" autoComplete="username" maxLength={254} />
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
          maxLength={256}
        />
      </Field>
      <Field label="Name" error={errorOf('name')}>
        <Input {...bind('name')} autoComplete="name" maxLength={80} />
      </Field>
      <Field
        label="Setup code"
        error={errorOf('code')}
        hint="The server printed it when it started."
      >
        <Input
          {...bind('code')}
          mono
          autoComplete="off"
          placeholder="XXXX-XXXX-XXXX"
          maxLength={64}
        />
      </Field>
      <Button type="submit" variant="primary" pending={pending}>
        Create administrator
      </Button>
    </form>
  )
}
