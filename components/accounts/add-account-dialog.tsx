'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { applyFieldErrors } from '@/components/actions/apply-field-errors'
import { runAction } from '@/components/actions/run-action'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { PasswordInput } from '@/components/ui/password-input'
import { Select } from '@/components/ui/select'
import { useToast } from '@/components/ui/toaster'
import { type AddAccountInput, addAccountSchema } from '@/lib/schemas/accounts'
import type { AccountActions } from './account-actions'

const environments = [
  { value: 'live', label: 'Live' },
  { value: 'sandbox', label: 'Sandbox' },
]

export function AddAccountDialog({
  open,
  onClose,
  add,
}: {
  open: boolean
  onClose: () => void
  add: AccountActions['add']
}) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Add account"
      description="The key is tried at once, by a call that costs nothing."
    >
      <AddAccountForm onClose={onClose} add={add} />
    </Dialog>
  )
}

function AddAccountForm({ onClose, add }: { onClose: () => void; add: AccountActions['add'] }) {
  const toast = useToast()
  const form = useForm<AddAccountInput>({
    resolver: zodResolver(addAccountSchema),
    defaultValues: { label: '', environment: 'live', apiKey: '', apiSecret: '' },
  })
  const { errors, isSubmitting } = form.formState

  const submit = form.handleSubmit(async (input) => {
    const result = await runAction(() => add(input), 'What you typed is still here: try again.')
    if (result.ok) {
      toast({ tone: 'positive', title: `${input.label} was added. Its key works.` })
      onClose()
      return
    }
    applyFieldErrors(form, result.fieldErrors ?? {})
    form.setError('root', { message: result.message })
  })

  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      {errors.root && (
        <Callout kind="error" title="The account was not added" live>
          {errors.root.message}
        </Callout>
      )}
      <Field label="Label" required hint="How your team calls it." error={errors.label?.message}>
        <Input {...form.register('label')} autoComplete="off" />
      </Field>
      <Field label="API key" required error={errors.apiKey?.message}>
        <Input {...form.register('apiKey')} mono autoComplete="off" spellCheck={false} />
      </Field>
      <Field
        label="API secret"
        required
        hint="It is sealed here, and never shown again."
        error={errors.apiSecret?.message}
      >
        <PasswordInput {...form.register('apiSecret')} mono autoComplete="off" />
      </Field>
      <Field
        label="Environment"
        required
        hint="Live is Vonage itself; the sandbox has made-up records and bills nothing. It can’t be changed afterwards."
        error={errors.environment?.message}
      >
        <Select {...form.register('environment')} options={environments} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Discard</Button>
        <Button type="submit" variant="primary" pending={isSubmitting}>
          Save account
        </Button>
      </div>
    </form>
  )
}
