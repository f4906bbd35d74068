'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { applyFieldErrors } from '@/components/actions/apply-field-errors'
import { runAction } from '@/components/actions/run-action'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { type AccountStorage, setRetentionSchema } from '@/lib/schemas/storage'
import type { StorageActions } from './storage-actions'

/** For how many days an account's files are kept. */
export function RetentionDialog({
  account: { accountId, label, keepDays },
  onClose,
  setRetention,
}: {
  account: AccountStorage
  onClose: () => void
  setRetention: StorageActions['setRetention']
}) {
  const form = useForm({
    resolver: zodResolver(setRetentionSchema),
    defaultValues: { accountId, keepDays: keepDays === null ? '' : `${keepDays}` },
  })
  const { errors, isSubmitting } = form.formState

  const submit = form.handleSubmit(async (input) => {
    const result = await runAction(() => setRetention(input), 'Try again.')
    if (result.ok) return onClose()
    applyFieldErrors(form, result.fieldErrors ?? { keepDays: [result.message] })
  })

  return (
    <Dialog
      open
      onClose={onClose}
      size="sm"
      title={`How long to keep ${label}`}
      description="Files older than this are deleted within the hour, those that are here already, too. Vonage has them no more: asking again is billed again. Hash, size and rows stay on record; reports on hold stay whole."
    >
      <form noValidate onSubmit={submit} className="grid gap-4">
        <Field
          label="Days"
          hint="From when a file was archived. Empty: for ever."
          error={errors.keepDays?.message}
        >
          <Input {...form.register('keepDays')} inputMode="numeric" autoComplete="off" />
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Discard</Button>
          <Button type="submit" variant="primary" pending={isSubmitting}>
            Save days
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
