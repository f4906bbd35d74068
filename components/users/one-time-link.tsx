'use client'

import { useEffect, useRef } from 'react'
import { DateTime } from '@/components/format/date-time'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { OneTimeLink as Link } from '@/lib/schemas/users'

/** The link, this once, on the address that this browser uses. The focus goes to it, ready to be copied. */
export function OneTimeLink({
  link,
  email,
  onClose,
}: {
  link: Link
  email: string
  onClose: () => void
}) {
  const field = useRef<HTMLInputElement>(null)
  const url = new URL(link.path, window.location.origin).href

  useEffect(() => {
    field.current?.focus()
    field.current?.select()
  }, [])

  return (
    <div className="grid gap-4">
      <div className="flex items-start gap-1.5">
        <div className="min-w-0 flex-1">
          <Field
            label="One-time link"
            hint={
              <>
                Send it to {email} yourself: it is shown only now. It works once, until{' '}
                <DateTime value={link.expiresAt} />.
              </>
            }
          >
            <Input ref={field} mono readOnly value={url} />
          </Field>
        </div>
        <div className="pt-7">
          <CopyButton text={url} name="Copy link" />
        </div>
      </div>
      <div className="flex justify-end">
        <Button variant="primary" onClick={onClose}>
          Done
        </Button>
      </div>
    </div>
  )
}
