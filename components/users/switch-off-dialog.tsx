'use client'

import { useState, useTransition } from 'react'
import { runAction } from '@/components/actions/run-action'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { UserView } from '@/lib/schemas/users'
import { nameUser } from './name-user'
import type { UserActions } from './user-actions'

export function SwitchOffDialog({
  user,
  isSelf,
  onClose,
  switchOff,
}: {
  user: UserView
  isSelf: boolean
  onClose: () => void
  switchOff: UserActions['switchOff']
}) {
  const [pending, startTransition] = useTransition()
  const [error, setError] = useState<string>()

  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={isSelf ? 'Switch yourself off?' : `Switch ${nameUser(user)} off?`}
      lost={[
        isSelf
          ? 'You are signed out at once. Only another admin can let you in again.'
          : 'They are signed out everywhere at once, and can’t sign in.',
        'A one-time link that is still open does not work any more.',
      ]}
      stays={['Their reports and files stay. They can be switched on again.']}
      confirm="Switch off"
      keep="Leave on"
      pending={pending}
      error={error}
      onConfirm={() =>
        startTransition(async () => {
          const result = await runAction(() => switchOff({ id: user.id }), 'Try again.')
          if (result.ok) onClose()
          else setError(result.message)
        })
      }
    />
  )
}
