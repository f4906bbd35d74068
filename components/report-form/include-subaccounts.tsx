import { useFormContext, useWatch } from 'react-hook-form'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Checkbox } from '@/components/ui/checkbox'
import type { AccountView } from '@/lib/schemas/views'
import type { ReportFormValues } from './form-values'
import { listEach } from './list-each'
import { type AskSubaccounts, useSubaccounts } from './use-subaccounts'

/** Above so many Vonage advises one request for each sub-account. */
const mostTogether = 10

/** All sub-accounts in one request, and, where there are many, the better way offered. */
export function IncludeSubaccounts({
  accounts,
  ask,
}: {
  accounts: readonly AccountView[]
  ask: AskSubaccounts
}) {
  const { register, setValue, formState } = useFormContext<ReportFormValues>()
  const [isIncluded, accountId, targetAccountId, moreAccounts] = useWatch<
    ReportFormValues,
    ['includeSubaccounts', 'accountId', 'targetAccountId', 'moreAccounts']
  >({ name: ['includeSubaccounts', 'accountId', 'targetAccountId', 'moreAccounts'] })
  const account = accounts.find(({ id }) => id === accountId)
  const { list } = useSubaccounts(accountId, ask, isIncluded && account !== undefined)

  const each = listEach({ targetAccountId, moreAccounts }, account?.apiKey ?? '', list)

  const askFor = (targets: string[]) => {
    setValue('targetAccountId', targets.join('\n'), { shouldDirty: true, shouldValidate: true })
    setValue('includeSubaccounts', false, { shouldDirty: true })
  }

  return (
    <>
      <Checkbox
        {...register('includeSubaccounts')}
        label="Include subaccounts"
        hint="Adds the records of every sub-account. Each of them is billed, too."
        error={formState.errors.includeSubaccounts?.message}
      />
      {isIncluded && list.length > mostTogether && (
        <Callout
          kind="warning"
          title={`${account?.label} has ${list.length} sub-accounts`}
          action={
            each && (
              <Button size="sm" onClick={() => askFor(each)}>
                Ask for each by itself
              </Button>
            )
          }
          live
        >
          Above {mostTogether}, Vonage advises one request for each: files stay small, one
          sub-account that fails does not take the others with it, and the bill is the same.
          {!each &&
            ' The form asks for other account IDs than this account’s own, and this tick holds for all of them: take it away, and choose the sub-accounts of each account under its Account ID.'}
        </Callout>
      )}
    </>
  )
}
