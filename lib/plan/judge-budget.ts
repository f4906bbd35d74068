import { addDecimals, compareDecimals } from '@/lib/format/exact-decimal'
import type { BudgetCheck, BudgetView } from '@/lib/schemas/budget'

/** What counts for a budget: decimal text in its currency. */
type Counted = { spent: string; pending: string; asked: string }

/**
 * Whether more may be asked for. The stop holds what would go over it, and everything once it is reached, also where no
 * price is known; the warning warns of either.
 */
export function judgeBudget(
  { warnAt, stopAt }: Pick<BudgetView, 'warnAt' | 'stopAt'>,
  { spent, pending, asked }: Counted,
): Pick<BudgetCheck, 'total' | 'verdict'> {
  const before = addDecimals(spent, pending)
  const total = addDecimals(before, asked)
  const meets = (level: string | null) =>
    level !== null && (compareDecimals(total, level) > 0 || compareDecimals(before, level) >= 0)
  return { total, verdict: meets(stopAt) ? 'stop' : meets(warnAt) ? 'warn' : 'fine' }
}
