'use client'

import { Money } from '@/components/format/money'
import { Callout } from '@/components/ui/callout'
import type { BudgetCheck } from '@/lib/schemas/budget'
import { PassBudget } from './pass-budget'

/** Which budgets a plan meets. At a hard stop nothing is sent; an admin may pass it by saying so. */
export function BudgetNotices({
  budgets,
  mayPass,
  passes,
  onPass,
}: {
  budgets: readonly BudgetCheck[]
  mayPass: boolean
  passes: boolean
  onPass: (passes: boolean) => void
}) {
  const met = budgets.filter(({ verdict }) => verdict !== 'fine')
  const stops = met.some(({ verdict }) => verdict === 'stop')
  if (met.length === 0) return null
  return (
    <div className="grid gap-2">
      {met.map((budget) => (
        <Notice key={budget.accountId} budget={budget} mayPass={mayPass} />
      ))}
      {stops && mayPass && <PassBudget passes={passes} onPass={onPass} />}
    </div>
  )
}

function Notice({ budget, mayPass }: { budget: BudgetCheck; mayPass: boolean }) {
  const { accountLabel, currency, total, spent, pending, withoutPrice, verdict } = budget
  const isStop = verdict === 'stop'
  return (
    <Callout
      kind={isStop ? 'error' : 'warning'}
      title={
        isStop
          ? `Over the hard stop of ${accountLabel}`
          : `Over the warning level of ${accountLabel}`
      }
    >
      <p>
        This month would come to about <Money amount={total} currency={currency} decimals={2} /> of{' '}
        <Money amount={(isStop ? budget.stopAt : budget.warnAt) ?? '0'} currency={currency} />:{' '}
        <Money amount={spent} currency={currency} decimals={2} /> charged,{' '}
        <Money amount={pending} currency={currency} decimals={2} /> on the way.
        {withoutPrice > 0 &&
          ` Without ${withoutPrice} ${withoutPrice === 1 ? 'request' : 'requests'} whose price is not known.`}
      </p>
      {isStop && !mayPass && <p>Ask for less, or ask an administrator, who may pass the stop.</p>}
    </Callout>
  )
}
