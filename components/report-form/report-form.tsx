'use client'

import dynamic from 'next/dynamic'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { type FieldPath, FormProvider, useForm } from 'react-hook-form'
import { runAction } from '@/components/actions/run-action'
import { useFormat } from '@/components/format/format-context'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/section'
import type { ActionResult } from '@/lib/schemas/action-result'
import type { CreateReportInput } from '@/lib/schemas/create-report'
import type { AccountView } from '@/lib/schemas/views'
import { AccountFields } from './account-fields'
import { describeHere } from './describe-here'
import { FilterFields } from './filter-fields'
import { focusFirstInvalid } from './focus-first-invalid'
import { markFormUsed } from './form-id'
import { makeFormResolver } from './form-resolver'
import type { ReportFormValues } from './form-values'
import { OptionFields } from './option-fields'
import { PlannedRequests } from './planned-requests'
import { ProductFields } from './product-fields'
import { RangeFields } from './range-fields'
import { ReportSummary } from './report-summary'
import { toFieldPath } from './to-input'
import { useFormQuery } from './use-form-query'
import { usePlan } from './use-plan'
import { type AskPreview, usePreview } from './use-preview'
import { useSchema } from './use-schema'
import type { AskSubaccounts } from './use-subaccounts'

const PlanPanel = dynamic(() => import('./plan-panel').then((file) => file.PlanPanel), {
  ssr: false,
})

const unreached =
  'Everything you typed is still here. Press Create report again: one form makes one report, however often it is sent.'

/** A new report, in the order of thought. It knows no transport: `onSubmit` sends, `onCreated` goes on. */
export function ReportForm({
  accounts,
  defaultValues,
  isCopy,
  zoneIsGiven,
  mayPassBudget,
  onSubmit,
  onPreview,
  askSubaccounts,
  onCreated,
  onCancel,
  children,
}: {
  accounts: readonly AccountView[]
  defaultValues: ReportFormValues
  /** The form holds what its address does not say. */
  isCopy: boolean
  /** By a link or a copied report, and not by who sits here. */
  zoneIsGiven: boolean
  /** Whether this person may go past an account's hard stop. */
  mayPassBudget: boolean
  onSubmit: (input: CreateReportInput) => Promise<ActionResult<{ id: string }>>
  onPreview: AskPreview
  askSubaccounts: AskSubaccounts
  onCreated: (id: string) => void
  onCancel: () => void
  /** Stands above the fields. */
  children?: ReactNode
}) {
  const { skew, timeZone } = useFormat()
  const element = useRef<HTMLFormElement>(null)
  const [isCreated, setCreated] = useState(false)
  const resolver = useMemo(
    () => makeFormResolver(accounts, () => new Date(Date.now() + skew)),
    [accounts, skew],
  )
  const form = useForm({ defaultValues, resolver, mode: 'onTouched', shouldFocusError: false })
  const { errors, isSubmitting, dirtyFields, submitCount } = form.formState
  const { schema, askForSchema } = useSchema()
  const plan = usePlan(form.control, accounts, schema)
  const [reuse, setReuse] = useState<CreateReportInput['reuse']>('kept')
  const [passBudget, setPassBudget] = useState(false)
  const { preview, isAsking, askAgain } = usePreview(plan.input, onPreview)
  const writeQuery = useFormQuery(form.control, { isCopy, isSending: isSubmitting || isCreated })

  // What a link or a copy has filled in is planned at once.
  const isFilled = defaultValues.product !== ''
  useEffect(() => {
    if (isFilled) askForSchema()
  }, [isFilled, askForSchema])

  // The browser's own zone is known only after the page came alive.
  const isZoneChosen = zoneIsGiven || dirtyFields.timeZone === true
  const defaultZone = useRef(defaultValues.timeZone)
  useEffect(() => {
    if (isZoneChosen || defaultZone.current === timeZone) return
    defaultZone.current = timeZone
    form.resetField('timeZone', { defaultValue: timeZone })
  }, [form, timeZone, isZoneChosen])

  // Counted when a try is over and its faults, ours or the server's, are marked.
  useEffect(() => {
    if (submitCount > 0) focusFirstInvalid(element.current)
  }, [submitCount])

  const submit = form.handleSubmit(async (input) => {
    const choice = { reuse, seen: preview?.seen ?? null, passBudget }
    const result = await runAction(() => onSubmit({ ...input, ...choice }), unreached)
    if (result.ok) {
      markFormUsed(input.formId)
      setCreated(true)
      onCreated(result.data.id)
      return
    }
    form.setError('root', { message: result.message })
    if (result.code === 'conflict') askAgain()
    for (const [path, [message]] of Object.entries(result.fieldErrors ?? {}))
      if (path !== '')
        form.setError(toFieldPath(path) as FieldPath<ReportFormValues>, { type: 'server', message })
  })

  return (
    <FormProvider {...form}>
      <form
        ref={element}
        noValidate
        onFocus={askForSchema}
        onBlur={writeQuery}
        onSubmit={(event) => {
          writeQuery()
          void submit(event)
        }}
        className="grid gap-8 xl:grid-cols-[minmax(0,40rem)_20rem] xl:gap-12"
      >
        <div className="grid max-w-[40rem] content-start gap-8">
          {children}
          <Section title="What">
            <AccountFields accounts={accounts} askSubaccounts={askSubaccounts} />
            <ProductFields />
          </Section>
          <Section title="When">
            <RangeFields words={plan.range} />
          </Section>
          {plan.products.length > 0 && (
            <Section title="Filters">
              <FilterFields codes={plan.products} />
            </Section>
          )}
          <Section title="Options">
            <OptionFields accounts={accounts} askSubaccounts={askSubaccounts} />
          </Section>
          <PlannedRequests requests={plan.requests} timeZone={form.getValues('timeZone')} />
        </div>
        <div className="grid max-w-[40rem] content-start gap-4 border-line border-t pt-6 xl:sticky xl:top-20 xl:self-start xl:border-t-0 xl:border-l xl:pt-0 xl:pl-6">
          <ReportSummary {...plan} here={plan.input && describeHere(preview, reuse, isAsking)} />
          {errors.root && (
            <Callout kind="error" title="The report was not created" live>
              {errors.root.message}
            </Callout>
          )}
          <Button
            type="submit"
            variant="primary"
            pending={isSubmitting || isCreated}
            className="justify-self-start max-sm:w-full"
          >
            Create report
          </Button>
          {/* Beneath the button: what comes in while a person presses must not push it away. */}
          {preview && (
            <PlanPanel
              preview={preview}
              timeZone={form.getValues('timeZone')}
              reuse={reuse}
              onReuse={setReuse}
              passBudget={passBudget}
              onPassBudget={setPassBudget}
              mayPassBudget={mayPassBudget}
              onCancel={onCancel}
            />
          )}
        </div>
      </form>
    </FormProvider>
  )
}
