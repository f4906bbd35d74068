'use client'

import { useState, useTransition } from 'react'
import { runAction } from '@/components/actions/run-action'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import type { OneTimeLink as Link, UserView } from '@/lib/schemas/users'
import { nameUser } from './name-user'
import { OneTimeLink } from './one-time-link'
import type { UserActions } from './user-actions'

/** A new invitation, or a way to another password. */
export function MakeLinkDialog({
  user,
  onClose,
  makeLink,
}: {
  user: UserView
  onClose: () => void
  makeLink: UserActions['makeLink']
}) {
  const [link, setLink] = useState<Link | null>(null)
  const [error, setError] = useState<string>()
  const [pending, startTransition] = useTransition()
  const invited = user.state === 'invited'

  const make = () =>
    startTransition(async () => {
      const result = await runAction(() => makeLink({ id: user.id }), 'Try again.')
      if (result.ok) setLink(result.data)
      else setError(result.message)
    })

  return (
    <Dialog
      open
      onClose={onClose}
      title={invited ? 'New invitation link' : `Reset the password of ${nameUser(user)}`}
      description={
        invited
          ? 'A new link replaces the one before.'
          : 'You get a link to hand on, behind which they choose another password. The old one, and their sessions, go on until it is used.'
      }
    >
      {link ? (
        <OneTimeLink link={link} email={user.email} onClose={onClose} />
      ) : (
        <>
          {error && (
            <Callout kind="error" title="No link was made" live>
              {error}
            </Callout>
          )}
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={onClose}>Discard</Button>
            <Button variant="primary" pending={pending} onClick={make}>
              Make link
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
