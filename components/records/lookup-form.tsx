'use client'

import { useEffect, useMemo, useRef, useState } from 'react'
import { type FieldPath, FormProvider, useForm } from 'react-hook-form'
import { runAction } from '@/components/actions/run-action'
import { useFormat } from '@/components/format/format-context'
import { focusFirstInvalid } from '@/components/report-form/focus-first-invalid'
import { markFormUsed, openFormId } from '@/components/report-form/form-id'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import type { RecordPrice } from '@/lib/plan/cost-estimate'
import type { ActionResult } from '@/lib/schemas/action-result'
import type { StartLookupInput } from '@/lib/schemas/record-lookup'
import type { AccountView } from '@/lib/schemas/views'
import { LookupCost } from './lookup-cost'
import { makeLookupResolver } from './lookup-resolver'
import { type LookupValues, makeLookupValues } from './lookup-values'
import { LookupWhat } from './lookup-what'
import { LookupWhich } from './lookup-which'

export type LookupRights = { mayReadTexts: boolean; mayPassBudget: boolean }

const unreached =
  'What you typed is still here. Press Look up again: one form makes one look-up, however often it is sent.'

/** Which records to look up. It knows no transport: `onSubmit` sends, `onStarted` goes on. */
export function LookupForm({
  formId,
  accounts,
  prices,
  rights,
  onSubmit,
  onStarted,
}: {
  formId: string
  accounts: readonly AccountView[]
  prices: readonly RecordPrice[]
  rights: LookupRights
  onSubmit: (input: StartLookupInput) => Promise<ActionResult<{ id: string }>>
  onStarted: (id: string) => void
}) {
  const { skew, timeZone } = useFormat()
  const element = useRef<HTMLFormElement>(null)
  const [isHeld, setHeld] = useState(false)
  const [isStarted, setStarted] = useState(false)
  const resolver = useMemo(() => makeLookupResolver(() => new Date(Date.now() + skew)), [skew])
  const form = useForm({
    defaultValues: makeLookupValues(openFormId(formId), accounts, timeZone),
    resolver,
    mode: 'onTouched',
    shouldFocusError: false,
  })
  const { errors, isSubmitting, submitCount } = form.formState
  // The browser's own zone is known only after the page came alive.
  useEffect(() => form.setValue('timeZone', timeZone), [form, timeZone])
  useEffect(() => {
    if (submitCount > 0) focusFirstInvalid(element.current)
  }, [submitCount])

  const submit = form.handleSubmit(async (input) => {
    const result = await runAction(() => onSubmit(input), unreached)
    if (result.ok) {
      markFormUsed(input.formId)
      setStarted(true)
      onStarted(result.data.id)
      return
    }
    form.setError('root', { message: result.message })
    setHeld(result.fieldErrors?.passBudget !== undefined)
    for (const [path, [message]] of Object.entries(result.fieldErrors ?? {}))
      if (path !== '') form.setError(path as FieldPath<LookupValues>, { type: 'server', message })
  })

  return (
    <FormProvider {...form}>
      <form ref={element} noValidate onSubmit={submit} className="grid max-w-[40rem] gap-5">
        <LookupWhat accounts={accounts} />
        <LookupWhich mayReadTexts={rights.mayReadTexts} />
        <LookupCost prices={prices} />
        {errors.root && (
          <Callout kind="error" title="Nothing was looked up" live>
            {errors.root.message}
          </Callout>
        )}
        {isHeld && rights.mayPassBudget && (
          <Checkbox
            {...form.register('passBudget')}
            label="Go past the hard stop"
            hint="It is written down in the audit."
          />
        )}
        <Button
          type="submit"
          variant="primary"
          pending={isSubmitting || isStarted}
          className="justify-self-start max-sm:w-full"
        >
          Look up
        </Button>
      </form>
    </FormProvider>
  )
}
