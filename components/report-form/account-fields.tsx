import { useFormContext, useWatch } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { AccountView } from '@/lib/schemas/views'
import type { ReportFormValues } from './form-values'

/** Whose records: the account that asks, and the account (its own or a sub-account) that is asked about. */
export function AccountFields({ accounts }: { accounts: readonly AccountView[] }) {
  const { register, getValues, setValue, formState } = useFormContext<ReportFormValues>()
  const { errors } = formState
  const accountId = useWatch<ReportFormValues, 'accountId'>({ name: 'accountId' })
  const account = accounts.find(({ id }) => id === accountId)

  // A sub-account that was typed stays; another account's own key goes with that account.
  const followAccount = (id: string) => {
    const target = getValues('targetAccountId')
    const next = accounts.find((candidate) => candidate.id === id)
    if (next && (target === '' || accounts.some(({ apiKey }) => apiKey === target)))
      setValue('targetAccountId', next.apiKey, { shouldValidate: true })
  }

  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Field
        label="Account"
        required
        error={errors.accountId?.message}
        hint={
          account?.refusedAt
            ? 'Vonage refuses this account’s key at the moment. Replace its secret under Accounts first.'
            : undefined
        }
      >
        <Select
          {...register('accountId', { onChange: (event) => followAccount(event.target.value) })}
          placeholder={accounts.length === 1 ? undefined : 'Choose an account'}
          options={accounts.map(({ id, label, environment, refusedAt }) => ({
            value: id,
            label: [label, environment === 'sandbox' && 'Sandbox', refusedAt && 'refused']
              .filter(Boolean)
              .filter((part, index, all) => all.indexOf(part) === index)
              .join(' · '),
          }))}
        />
      </Field>
      <Field
        label="Account ID"
        required
        error={errors.targetAccountId?.message}
        hint="Whose records: the account’s own key, or a sub-account’s."
      >
        <Input {...register('targetAccountId')} mono autoComplete="off" spellCheck={false} />
      </Field>
    </div>
  )
}
