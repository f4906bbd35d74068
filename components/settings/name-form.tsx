'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { applyFieldErrors } from '@/components/actions/apply-field-errors'
import { runAction } from '@/components/actions/run-action'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useToast } from '@/components/ui/toaster'
import { changeNameSchema } from '@/lib/schemas/own-settings'
import type { SettingsActions } from './settings-actions'

/** The name that stands beside the person's reports from now on. */
export function NameForm({
  name,
  changeName,
}: {
  name: string
  changeName: SettingsActions['changeName']
}) {
  const form = useForm({ resolver: zodResolver(changeNameSchema), defaultValues: { name } })
  const { errors, isSubmitting } = form.formState
  const toast = useToast()

  const submit = form.handleSubmit(async (input) => {
    const result = await runAction(() => changeName(input), 'Try again.')
    if (result.ok) return toast({ tone: 'positive', title: 'Name changed' })
    if (result.fieldErrors) applyFieldErrors(form, result.fieldErrors)
    else form.setError('root', { message: result.message })
  })

  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      {errors.root?.message && <Callout kind="error" title={errors.root.message} live />}
      <Field
        label="Name"
        required
        error={errors.name?.message}
        hint="Your team sees it beside your reports."
      >
        <Input {...form.register('name')} autoComplete="name" maxLength={80} />
      </Field>
      <div>
        <Button type="submit" pending={isSubmitting}>
          Save name
        </Button>
      </div>
    </form>
  )
}
