'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useTransition } from 'react'
import { runAction } from '@/components/actions/run-action'
import { BudgetNotices } from '@/components/plan/budget-notices'
import { EstimateText } from '@/components/plan/estimate-text'
import { PaidPartsList } from '@/components/plan/paid-parts-list'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Dialog } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import type { RestPlan } from '@/lib/plan/rest'
import { reportKeys } from '@/lib/queries/reports'
import { describeDays } from './describe-days'
import type { RequestHandlers } from './request-handlers'

/** What asking for the rest of a cut off file would do and cost; then does it, if the person says so. */
export function RestDialog({
  requestId,
  handlers,
  onClose,
}: {
  requestId: string
  handlers: Pick<RequestHandlers, 'planRest' | 'askRest'>
  onClose: () => void
}) {
  const queries = useQueryClient()
  const [plan, setPlan] = useState<RestPlan>()
  const [error, setError] = useState<string>()
  const [passes, setPasses] = useState(false)
  const [isAsking, startAsk] = useTransition()

  useEffect(() => {
    let isOpen = true
    void runAction(() => handlers.planRest({ requestId }), 'Close this and try again.').then(
      (result) => {
        if (!isOpen) return
        if (result.ok) setPlan(result.data)
        else setError(result.message)
      },
    )
    return () => {
      isOpen = false
    }
  }, [handlers, requestId])

  const ask = () =>
    startAsk(async () => {
      if (!plan) return
      const input = { requestId, seen: plan.seen, passBudget: passes }
      const result = await runAction(
        () => handlers.askRest(input),
        'See what the report says first.',
      )
      void queries.invalidateQueries({ queryKey: reportKeys.all })
      if (result.ok) onClose()
      else setError(result.message)
    })

  const isStopped = plan?.budgets.some(({ verdict }) => verdict === 'stop') && !passes
  return (
    <Dialog
      open
      onClose={onClose}
      title="Ask for the rest"
      description={
        plan?.isAll
          ? 'The records of the file are in no order of time, so nobody can tell which are missing. All of its range is asked for again, in smaller parts.'
          : 'What Vonage’s file lacks is asked for in smaller parts, as requests of this report. The file gives only what comes before them, so no record is there twice.'
      }
      footer={
        <>
          <Button onClick={onClose}>Don’t ask</Button>
          <Button variant="primary" disabled={!plan || isStopped} pending={isAsking} onClick={ask}>
            Ask for the rest
          </Button>
        </>
      }
    >
      {error && (
        <Callout kind="error" title={error} live>
          {null}
        </Callout>
      )}
      {plan ? (
        <div className="grid gap-3">
          <EstimateText estimate={plan.estimate} />
          {plan.parts.length + plan.running.length > 0 && (
            <PaidPartsList parts={plan.parts} running={plan.running} timeZone={plan.timeZone} />
          )}
          <ol className="grid max-h-40 gap-1 overflow-y-auto text-sm tabular-nums">
            {plan.ranges.map(({ dateStart, dateEnd }) => (
              <li key={dateStart}>{describeDays(dateStart, dateEnd, plan.timeZone)}</li>
            ))}
          </ol>
          <BudgetNotices
            budgets={plan.budgets}
            mayPass={plan.mayPassBudget}
            passes={passes}
            onPass={setPasses}
          />
        </div>
      ) : (
        !error && <Skeleton className="h-24" />
      )}
    </Dialog>
  )
}
