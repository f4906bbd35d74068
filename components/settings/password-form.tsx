'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { applyFieldErrors } from '@/components/actions/apply-field-errors'
import { runAction } from '@/components/actions/run-action'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { PasswordInput } from '@/components/ui/password-input'
import { useToast } from '@/components/ui/toaster'
import { changePasswordSchema, minPasswordLength } from '@/lib/schemas/password'
import type { SettingsActions } from './settings-actions'

const empty = { currentPassword: '', newPassword: '' }

/** Changing the own password. `method` and `action` keep it out of a URL if it is sent before the script runs. */
export function PasswordForm({
  email,
  changePassword,
}: {
  /** Tells a password manager whose password this is. */
  email: string
  changePassword: SettingsActions['changePassword']
}) {
  const form = useForm({ resolver: zodResolver(changePasswordSchema), defaultValues: empty })
  const { errors, isSubmitting } = form.formState
  const toast = useToast()

  const submit = form.handleSubmit(async (input) => {
    const result = await runAction(() => changePassword(input), 'Try again.')
    if (!result.ok) {
      if (result.fieldErrors) applyFieldErrors(form, result.fieldErrors)
      else form.setError('root', { message: result.message })
      return
    }
    form.reset(empty)
    const { endedSessions } = result.data
    const text = endedSessions > 0 ? 'You are signed out everywhere else.' : undefined
    toast({ tone: 'positive', title: 'Password changed', text })
  })

  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      {errors.root?.message && <Callout kind="error" title={errors.root.message} live />}
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label="Current password" required error={errors.currentPassword?.message}>
        <PasswordInput {...form.register('currentPassword')} autoComplete="current-password" />
      </Field>
      <Field
        label="New password"
        required
        error={errors.newPassword?.message}
        hint={`At least ${minPasswordLength} characters. A change signs you out everywhere else.`}
      >
        <PasswordInput {...form.register('newPassword')} autoComplete="new-password" />
      </Field>
      <div>
        <Button type="submit" variant="primary" pending={isSubmitting}>
          Change password
        </Button>
      </div>
    </form>
  )
}
