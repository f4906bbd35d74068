'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { applyFieldErrors } from '@/components/actions/apply-field-errors'
import { runAction } from '@/components/actions/run-action'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { RadioGroup } from '@/components/ui/radio-group'
import {
  type InviteUserInput,
  inviteUserSchema,
  type OneTimeLink as Link,
} from '@/lib/schemas/users'
import { OneTimeLink } from './one-time-link'
import { roleOptions } from './role-options'
import type { UserActions } from './user-actions'

export function InviteDialog({
  open,
  onClose,
  invite,
}: {
  open: boolean
  onClose: () => void
  invite: UserActions['invite']
}) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Invite person"
      description="No mail is sent: you get a link to hand on, behind which they set their name and password."
    >
      <InviteForm onClose={onClose} invite={invite} />
    </Dialog>
  )
}

function InviteForm({ onClose, invite }: { onClose: () => void; invite: UserActions['invite'] }) {
  const [made, setMade] = useState<{ link: Link; email: string } | null>(null)
  const form = useForm<InviteUserInput>({
    resolver: zodResolver(inviteUserSchema),
    defaultValues: { email: '', role: 'analyst' },
  })
  const { errors, isSubmitting } = form.formState

  const submit = form.handleSubmit(async (input) => {
    const result = await runAction(() => invite(input), 'What you typed is still here: try again.')
    if (result.ok) return setMade({ link: result.data, email: input.email })
    if (result.fieldErrors) applyFieldErrors(form, result.fieldErrors)
    else form.setError('root', { message: result.message })
  })

  if (made) return <OneTimeLink {...made} onClose={onClose} />
  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      {errors.root && (
        <Callout kind="error" title="Nobody was invited" live>
          {errors.root.message}
        </Callout>
      )}
      <Field label="Email" required error={errors.email?.message}>
        <Input {...form.register('email')} type="email" autoComplete="off" />
      </Field>
      <Controller
        control={form.control}
        name="role"
        render={({ field: { value, onChange } }) => (
          <RadioGroup
            label="Role"
            options={roleOptions}
            value={value}
            onChange={onChange}
            error={errors.role?.message}
          />
        )}
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onClose}>Discard</Button>
        <Button type="submit" variant="primary" pending={isSubmitting}>
          Make link
        </Button>
      </div>
    </form>
  )
}
