'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { applyFieldErrors } from '@/components/actions/apply-field-errors'
import { runAction } from '@/components/actions/run-action'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { PasswordInput } from '@/components/ui/password-input'
import { useToast } from '@/components/ui/toaster'
import { replaceSecretSchema } from '@/lib/schemas/accounts'
import type { AccountView } from '@/lib/schemas/views'
import type { AccountActions } from './account-actions'

export function ReplaceSecretDialog({
  account,
  onClose,
  replaceSecret,
}: {
  account: AccountView
  onClose: () => void
  replaceSecret: AccountActions['replaceSecret']
}) {
  const toast = useToast()
  const form = useForm({
    resolver: zodResolver(replaceSecretSchema),
    defaultValues: { id: account.id, apiSecret: '' },
  })
  const { errors, isSubmitting } = form.formState

  const submit = form.handleSubmit(async (input) => {
    const result = await runAction(() => replaceSecret(input), 'The old secret stays. Try again.')
    if (result.ok) {
      toast({ tone: 'positive', title: `The secret of ${account.label} was replaced. It works.` })
      return onClose()
    }
    applyFieldErrors(form, result.fieldErrors ?? { apiSecret: [result.message] })
  })

  return (
    <Dialog
      open
      onClose={onClose}
      size="sm"
      title={`Replace the secret of ${account.label}`}
      description="The new secret is tried at once. The old one is forgotten only if the new one works."
    >
      <form noValidate onSubmit={submit} className="grid gap-4">
        <Field
          label="API secret"
          required
          hint={`For the key ${account.apiKey}.`}
          error={errors.apiSecret?.message}
        >
          <PasswordInput {...form.register('apiSecret')} mono autoComplete="off" />
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Discard</Button>
          <Button type="submit" variant="primary" pending={isSubmitting}>
            Replace secret
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
