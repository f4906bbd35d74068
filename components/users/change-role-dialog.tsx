'use client'

import { useState, useTransition } from 'react'
import { runAction } from '@/components/actions/run-action'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { RadioGroup } from '@/components/ui/radio-group'
import type { UserView } from '@/lib/schemas/users'
import { nameUser } from './name-user'
import { roleOptions } from './role-options'
import type { UserActions } from './user-actions'

export function ChangeRoleDialog({
  user,
  onClose,
  changeRole,
}: {
  user: UserView
  onClose: () => void
  changeRole: UserActions['changeRole']
}) {
  const [role, setRole] = useState(user.role)
  const [error, setError] = useState<string>()
  const [pending, startTransition] = useTransition()

  const save = () =>
    startTransition(async () => {
      const result = await runAction(() => changeRole({ id: user.id, role }), 'Try again.')
      if (result.ok) onClose()
      else setError(result.message)
    })

  return (
    <Dialog
      open
      onClose={onClose}
      size="sm"
      title={`Change the role of ${nameUser(user)}`}
      description="It holds at once, without a new sign-in."
      footer={
        <>
          <Button onClick={onClose}>Discard</Button>
          <Button variant="primary" pending={pending} onClick={save}>
            Save role
          </Button>
        </>
      }
    >
      <RadioGroup
        label="Role"
        options={roleOptions}
        value={role}
        onChange={setRole}
        error={error}
      />
    </Dialog>
  )
}
