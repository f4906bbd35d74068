'use client'

import { RefreshCw } from 'lucide-react'
import { useEffect, useState, useTransition } from 'react'
import { runAction } from '@/components/actions/run-action'
import { RelativeTime } from '@/components/format/relative-time'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import type { SubaccountList } from '@/lib/schemas/subaccounts'
import type { AccountView } from '@/lib/schemas/views'
import type { AccountActions } from './account-actions'
import { SubaccountTable } from './subaccount-table'

/** As long a list is read faster with a search. */
const searchedFrom = 11

/** The sub-accounts of an account, as Vonage last listed them; asked for when there is no list yet. */
export function SubaccountsDialog({
  account,
  known,
  canAsk,
  onClose,
  listSubaccounts,
}: {
  account: AccountView
  known: SubaccountList | undefined
  canAsk: boolean
  onClose: () => void
  listSubaccounts: AccountActions['listSubaccounts']
}) {
  const [list, setList] = useState(known)
  const [fault, setFault] = useState('')
  const [search, setSearch] = useState('')
  const [pending, startTransition] = useTransition()

  const ask = () =>
    startTransition(async () => {
      const input = { accountId: account.id, refresh: true }
      const result = await runAction(() => listSubaccounts(input), 'Try again.')
      if (result.ok) setList(result.data)
      setFault(result.ok ? '' : result.message)
    })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    if (!known && canAsk) ask()
  }, [])

  const subaccounts = list?.subaccounts ?? []
  const wanted = search.trim().toLowerCase()
  const found = subaccounts.filter(({ apiKey, name }) =>
    `${name} ${apiKey}`.toLowerCase().includes(wanted),
  )
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Sub-accounts of ${account.label}`}
      description={
        list?.fetchedAt ? (
          <>
            As Vonage listed them <RelativeTime value={list.fetchedAt} />. A report can ask for the
            records of any of them, also of suspended ones.
          </>
        ) : (
          'Vonage is asked for them once, and then once a day when they are needed.'
        )
      }
      footer={
        canAsk && (
          <Button icon={<RefreshCw aria-hidden />} pending={pending} onClick={ask}>
            List anew
          </Button>
        )
      }
    >
      {fault && (
        <Callout kind="error" title="The sub-accounts could not be listed" live>
          {fault}
        </Callout>
      )}
      {list?.problem && (
        <Callout kind="warning" title={list.problem.title} live>
          {list.problem.meaning} {list.problem.nextStep}
        </Callout>
      )}
      {subaccounts.length >= searchedFrom && (
        <Field label="Find a sub-account">
          <Input
            type="search"
            value={search}
            autoComplete="off"
            onChange={({ target }) => setSearch(target.value)}
          />
        </Field>
      )}
      {list?.fetchedAt && <SubaccountTable subaccounts={found} hasAny={subaccounts.length > 0} />}
      {pending && !list && <p role="status">Asking Vonage…</p>}
    </Dialog>
  )
}
