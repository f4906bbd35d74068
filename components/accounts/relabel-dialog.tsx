'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { applyFieldErrors } from '@/components/actions/apply-field-errors'
import { runAction } from '@/components/actions/run-action'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { relabelAccountSchema } from '@/lib/schemas/accounts'
import type { AccountView } from '@/lib/schemas/views'
import type { AccountActions } from './account-actions'

export function RelabelDialog({
  account,
  onClose,
  relabel,
}: {
  account: AccountView
  onClose: () => void
  relabel: AccountActions['relabel']
}) {
  const form = useForm({
    resolver: zodResolver(relabelAccountSchema),
    defaultValues: { id: account.id, label: account.label },
  })
  const { errors, isSubmitting } = form.formState

  const submit = form.handleSubmit(async (input) => {
    const result = await runAction(() => relabel(input), 'Try again.')
    if (result.ok) return onClose()
    applyFieldErrors(form, result.fieldErrors ?? { label: [result.message] })
  })

  return (
    <Dialog
      open
      onClose={onClose}
      size="sm"
      title="Rename account"
      description="The history shows the new label, too."
    >
      <form noValidate onSubmit={submit} className="grid gap-4">
        <Field label="Label" required error={errors.label?.message}>
          <Input {...form.register('label')} autoComplete="off" />
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Discard</Button>
          <Button type="submit" variant="primary" pending={isSubmitting}>
            Save label
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
