'use client'

import { type FormEvent, useRef, useState, useTransition } from 'react'
import { runAction } from '@/components/actions/run-action'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { useToast } from '@/components/ui/toaster'
import type { ActionResult } from '@/lib/schemas/action-result'
import type { SettingsActions } from './settings-actions'

type Refusal = Extract<ActionResult<unknown>, { ok: false }>

/**
 * The name that stands beside the person's reports from now on. The browser holds what is typed, so that it is what counts
 * even if it was typed before the page came to life.
 */
export function NameForm({
  name,
  changeName,
}: {
  name: string
  changeName: SettingsActions['changeName']
}) {
  const toast = useToast()
  const input = useRef<HTMLInputElement>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isSaving, startSaving] = useTransition()
  const fieldError = refusal?.fieldErrors?.name?.[0]

  function submit(event: FormEvent) {
    event.preventDefault()
    const typed = input.current?.value ?? ''
    startSaving(async () => {
      const result = await runAction(() => changeName({ name: typed }), 'Try again.')
      setRefusal(result.ok ? null : result)
      if (result.ok) toast({ tone: 'positive', title: 'Name changed' })
      else if (result.fieldErrors?.name) input.current?.focus()
    })
  }

  return (
    <form method="post" noValidate onSubmit={submit} className="grid gap-4">
      {refusal && !fieldError && <Callout kind="error" title={refusal.message} live />}
      <Field label="Name" required error={fieldError} hint="Your team sees it beside your reports.">
        <Input ref={input} name="name" defaultValue={name} autoComplete="name" maxLength={80} />
      </Field>
      <div>
        <Button type="submit" pending={isSaving}>
          Save name
        </Button>
      </div>
    </form>
  )
}
