'use client'

import { useState, useTransition } from 'react'
import { runAction } from '@/components/actions/run-action'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import type { AccountView } from '@/lib/schemas/views'
import type { AccountActions } from './account-actions'

export function RemoveAccountDialog({
  account,
  onClose,
  remove,
}: {
  account: AccountView
  onClose: () => void
  remove: AccountActions['remove']
}) {
  const [pending, startTransition] = useTransition()
  const [error, setError] = useState<string>()

  return (
    <ConfirmDialog
      open
      onClose={onClose}
      title={`Remove ${account.label}?`}
      lost={[
        'Its API secret is erased here. Vonage’s side does not change.',
        'No new reports of this account; what still runs at Vonage can’t be fetched any more.',
      ]}
      stays={['Its reports and their files stay, with their history.']}
      confirm="Remove account"
      pending={pending}
      error={error}
      onConfirm={() =>
        startTransition(async () => {
          const result = await runAction(() => remove({ id: account.id }), 'Nothing was removed.')
          if (result.ok) onClose()
          else setError(result.message)
        })
      }
    />
  )
}
