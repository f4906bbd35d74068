import { Plus, X } from 'lucide-react'
import { useFieldArray, useFormContext, useWatch } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import type { AccountView } from '@/lib/schemas/views'
import { AccountChoiceFields } from './account-choice-fields'
import type { ReportFormValues } from './form-values'
import type { AskSubaccounts } from './use-subaccounts'

/** Whose records: accounts that ask, and for each the accounts (its own or sub-accounts) that are asked about. */
export function AccountFields({
  accounts,
  askSubaccounts,
}: {
  accounts: readonly AccountView[]
  askSubaccounts: AskSubaccounts
}) {
  const { control, setFocus } = useFormContext<ReportFormValues>()
  const more = useFieldArray({ control, name: 'moreAccounts' })
  const [first, others] = useWatch<ReportFormValues, ['accountId', 'moreAccounts']>({
    name: ['accountId', 'moreAccounts'],
  })
  const used = new Set([first, ...others.map(({ accountId }) => accountId)])
  const next = accounts.find(({ id }) => !used.has(id))

  return (
    <>
      <AccountChoiceFields
        accounts={accounts}
        askSubaccounts={askSubaccounts}
        names={{ accountId: 'accountId', targets: 'targetAccountId' }}
      />
      {more.fields.map((field, index) => (
        <div key={field.id} className="grid grid-cols-[1fr_auto] gap-2">
          <AccountChoiceFields
            accounts={accounts}
            askSubaccounts={askSubaccounts}
            names={{
              accountId: `moreAccounts.${index}.accountId`,
              targets: `moreAccounts.${index}.targets`,
            }}
            place={index + 2}
          />
          <IconButton
            name={`Leave out account ${index + 2}`}
            icon={<X aria-hidden />}
            className="mt-6.5"
            onClick={() => {
              more.remove(index)
              setFocus('accountId')
            }}
          />
        </div>
      ))}
      {next && used.size > (first === '' ? 1 : 0) && (
        <Button
          size="sm"
          variant="ghost"
          icon={<Plus aria-hidden />}
          className="-ml-2 justify-self-start"
          onClick={() => more.append({ accountId: next.id, targets: next.apiKey })}
        >
          Another account
        </Button>
      )}
    </>
  )
}
