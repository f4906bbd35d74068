'use client'

import { Search } from 'lucide-react'
import { useState, useTransition } from 'react'
import { runAction } from '@/components/actions/run-action'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Section } from '@/components/ui/section'
import type { ElsewhereList } from '@/lib/schemas/elsewhere'
import type { AccountView } from '@/lib/schemas/views'
import { ElsewhereTable } from './elsewhere-table'
import type { AdoptReport, AskElsewhere } from './elsewhere-view'

/** What Vonage tells of the account's reports of the last 4 days: which are here, and which can be taken over. */
export function LookForMore({
  account,
  listElsewhere,
  adoptReport,
  onAdopted,
}: {
  account: AccountView
  listElsewhere: AskElsewhere
  adoptReport: AdoptReport
  onAdopted: (reportId: string) => void
}) {
  const [list, setList] = useState<ElsewhereList | null>(null)
  const [fault, setFault] = useState('')
  const [adopting, setAdopting] = useState<string | null>(null)
  const [pending, startLooking] = useTransition()
  const [, startAdopting] = useTransition()

  const look = () =>
    startLooking(async () => {
      const result = await runAction(() => listElsewhere({ accountId: account.id }), 'Try again.')
      if (result.ok) setList(result.data)
      setFault(result.ok ? '' : result.message)
    })
  const adopt = (requestId: string) =>
    startAdopting(async () => {
      setAdopting(requestId)
      const input = { accountId: account.id, requestId }
      const result = await runAction(() => adoptReport(input), 'Try again.')
      if (result.ok) return onAdopted(result.data.reportId)
      setAdopting(null)
      setFault(result.message)
    })

  return (
    <Section
      title="Look for more"
      action={
        <Button size="sm" icon={<Search aria-hidden />} pending={pending} onClick={look}>
          {list ? 'Look again' : 'Ask Vonage'}
        </Button>
      }
    >
      {fault && (
        <Callout kind="error" title="That did not work" live>
          {fault}
        </Callout>
      )}
      {list?.problem && (
        <Callout kind="warning" title={list.problem.title} live>
          Vonage’s list of reports is deprecated, and may be gone for this key.{' '}
          {list.problem.meaning} What is below is known from its usage; a report can be adopted by
          its ID all the same.
        </Callout>
      )}
      {list ? (
        <ElsewhereTable reports={list.reports} adopting={adopting} onAdopt={adopt} />
      ) : (
        <p className="text-ink-2">
          Asks Vonage for its list of the last 4 days, with the key of {account.label}. It costs
          nothing.
        </p>
      )}
    </Section>
  )
}
