import { Money } from '@/components/format/money'
import { Badge } from '@/components/ui/badge'
import type { BudgetCheck } from '@/lib/schemas/budget'

/** What an account's reports cost in this month, beside what they may. */
export function BudgetStanding({ budget }: { budget: BudgetCheck | undefined }) {
  if (!budget) return <span className="text-ink-2">no budget</span>
  const { currency, total, stopAt, warnAt, verdict } = budget
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-x-2">
      {verdict === 'stop' && <Badge tone="negative">Stopped</Badge>}
      {verdict === 'warn' && <Badge tone="caution">Over the warning</Badge>}
      <span>
        <Money amount={total} currency="" decimals={2} />{' '}
        <span className="text-ink-2">
          of <Money amount={stopAt ?? warnAt ?? '0'} currency={currency} />
        </span>
      </span>
    </span>
  )
}
