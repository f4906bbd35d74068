'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { applyFieldErrors } from '@/components/actions/apply-field-errors'
import { runAction } from '@/components/actions/run-action'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { adoptReportSchema } from '@/lib/schemas/elsewhere'
import type { AdoptReport } from './elsewhere-view'

/** Takes a report over by Vonage's id of it. */
export function AdoptForm({
  accountId,
  requestId,
  adoptReport,
  onAdopted,
}: {
  accountId: string
  requestId: string
  adoptReport: AdoptReport
  onAdopted: (reportId: string) => void
}) {
  const form = useForm({
    resolver: zodResolver(adoptReportSchema),
    defaultValues: { accountId, requestId },
  })
  const { errors, isSubmitting, isSubmitSuccessful } = form.formState
  const submit = form.handleSubmit(async (input) => {
    const result = await runAction(() => adoptReport({ ...input, accountId }), 'Try again.')
    if (result.ok) return onAdopted(result.data.reportId)
    const { accountId: ofAccount, requestId: ofId } = result.fieldErrors ?? {}
    applyFieldErrors(form, { requestId: ofId ?? ofAccount ?? [result.message] })
  })
  return (
    <form noValidate onSubmit={submit} className="grid max-w-[40rem] gap-4">
      <Field
        label="Request ID"
        required
        hint="As the answer to the create, or Vonage’s callback, named it: request_id."
        error={errors.requestId?.message}
      >
        <Input {...form.register('requestId')} mono autoComplete="off" spellCheck={false} />
      </Field>
      <Button
        type="submit"
        variant="primary"
        pending={isSubmitting || (isSubmitSuccessful && !errors.requestId)}
        className="justify-self-start max-sm:w-full"
      >
        Adopt report
      </Button>
    </form>
  )
}
