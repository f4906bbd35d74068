'use client'

import { zodResolver } from '@hookform/resolvers/zod'
import { useForm } from 'react-hook-form'
import { applyFieldErrors } from '@/components/actions/apply-field-errors'
import { runAction } from '@/components/actions/run-action'
import { Money } from '@/components/format/money'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { type BudgetCheck, setBudgetSchema } from '@/lib/schemas/budget'
import type { AccountView } from '@/lib/schemas/views'
import type { AccountActions } from './account-actions'

/** What an account's reports may cost in a month. Both levels empty: no budget. */
export function BudgetDialog({
  account,
  budget,
  onClose,
  setBudget,
}: {
  account: AccountView
  budget: BudgetCheck | undefined
  onClose: () => void
  setBudget: AccountActions['setBudget']
}) {
  const form = useForm({
    resolver: zodResolver(setBudgetSchema),
    defaultValues: {
      accountId: account.id,
      currency: budget?.currency ?? 'EUR',
      warnAt: budget?.warnAt ?? '',
      stopAt: budget?.stopAt ?? '',
    },
  })
  const { errors, isSubmitting } = form.formState

  const submit = form.handleSubmit(async (input) => {
    const result = await runAction(() => setBudget(input), 'Try again.')
    if (result.ok) return onClose()
    applyFieldErrors(form, result.fieldErrors ?? { stopAt: [result.message] })
  })

  return (
    <Dialog
      open
      onClose={onClose}
      size="sm"
      title={`Budget of ${account.label}`}
      description="What reports of this account may cost in a calendar month (UTC). It counts what Vonage has charged, and an estimate of what is on its way."
    >
      <form noValidate onSubmit={submit} className="grid gap-4">
        {budget && <Standing budget={budget} />}
        <Field
          label="Warn at"
          hint="From here on, who asks for a report is told."
          error={errors.warnAt?.message}
        >
          <Input {...form.register('warnAt')} inputMode="decimal" autoComplete="off" />
        </Field>
        <Field
          label="Stop at"
          hint="What would go over it is not sent, unless an administrator says so."
          error={errors.stopAt?.message}
        >
          <Input {...form.register('stopAt')} inputMode="decimal" autoComplete="off" />
        </Field>
        <Field
          label="Currency"
          hint="As Vonage bills the account. Empty, if its usage names none."
          error={errors.currency?.message}
        >
          <Input {...form.register('currency')} autoComplete="off" maxLength={3} />
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>Discard</Button>
          <Button type="submit" variant="primary" pending={isSubmitting}>
            Save budget
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function Standing({ budget: { spent, pending, withoutPrice, currency } }: { budget: BudgetCheck }) {
  return (
    <p className="text-sm">
      This month <Money amount={spent} currency={currency} /> charged, and about{' '}
      <Money amount={pending} currency={currency} decimals={2} /> on the way
      {withoutPrice > 0 && `, without ${withoutPrice} requests whose price is not known`}.
    </p>
  )
}
