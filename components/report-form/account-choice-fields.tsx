import { useFormContext, useWatch } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import { splitValues } from '@/lib/schemas/split-values'
import type { AccountView } from '@/lib/schemas/views'
import { ChooseSubaccounts } from './choose-subaccounts'
import type { ReportFormValues } from './form-values'
import { ListCount } from './list-count'
import type { AskSubaccounts } from './use-subaccounts'

type Names =
  | { accountId: 'accountId'; targets: 'targetAccountId' }
  | { accountId: `moreAccounts.${number}.accountId`; targets: `moreAccounts.${number}.targets` }

/** One account that asks, and which accounts it asks about. */
export function AccountChoiceFields({
  accounts,
  askSubaccounts,
  names,
  place = 1,
}: {
  accounts: readonly AccountView[]
  askSubaccounts: AskSubaccounts
  names: Names
  /** Which of the accounts it is; the names of all but the first say so. */
  place?: number
}) {
  const { register, getValues, setValue, getFieldState, formState } =
    useFormContext<ReportFormValues>()
  const [accountId, targets] = useWatch<ReportFormValues, [Names['accountId'], Names['targets']]>({
    name: [names.accountId, names.targets],
  })
  const account = accounts.find(({ id }) => id === accountId)
  const nth = place > 1 ? ` ${place}` : ''

  // A sub-account that was typed stays; another account's own key goes with that account.
  const followAccount = (id: string) => {
    const target = getValues(names.targets).trim()
    const next = accounts.find((candidate) => candidate.id === id)
    if (next && (target === '' || accounts.some(({ apiKey }) => apiKey === target)))
      setValue(names.targets, next.apiKey, { shouldValidate: true })
  }

  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <Field
        label={`Account${nth}`}
        required
        error={getFieldState(names.accountId, formState).error?.message}
        hint={
          account?.refusedAt
            ? 'Vonage refuses this account’s key at the moment. Replace its secret under Accounts first.'
            : undefined
        }
      >
        <Select
          {...register(names.accountId, { onChange: (event) => followAccount(event.target.value) })}
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
      <div className="grid gap-1">
        <Field
          label={`Account ID${nth}`}
          required
          error={getFieldState(names.targets, formState).error?.message}
          hint={
            <>
              Whose records: the account’s own key, or sub-accounts’. A list may be pasted.
              <ListCount text={targets ?? ''} list="words" />
            </>
          }
        >
          <Textarea {...register(names.targets)} mono autoComplete="off" spellCheck={false} />
        </Field>
        {account && (
          <ChooseSubaccounts
            account={account}
            chosen={splitValues(targets ?? '', 'words').values}
            onChoose={(keys) =>
              setValue(names.targets, keys.join('\n'), { shouldDirty: true, shouldValidate: true })
            }
            ask={askSubaccounts}
            nth={nth}
          />
        )}
      </div>
    </div>
  )
}
