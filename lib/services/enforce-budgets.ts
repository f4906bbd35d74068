import { recordAudit } from '@/lib/data/audit/record-audit'
import { getBudgets } from '@/lib/data/budgets/get-budgets'
import type { Tx } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import type { PastRecords } from '@/lib/plan/estimate-records'
import type { AskedRequest } from '@/lib/plan/paid-request'
import type { UserActor } from '@/lib/schemas/actor'
import type { BudgetCheck } from '@/lib/schemas/budget'
import { hasRight } from '@/lib/schemas/rights'
import { checkBudgets } from './check-budgets'
import { estimateCost } from './estimate-cost'

/**
 * Holds requests that would go over an account's hard stop. Call it in the transaction that makes them, after
 * `lockSpending`. An admin may pass, if they say so; that is written down in the audit.
 * @param also as for `estimateCost`
 * @throws AppError `conflict` at a hard stop, `forbidden` when somebody else wants to pass it
 */
export async function enforceBudgets(
  tx: Tx,
  actor: UserActor,
  requests: readonly AskedRequest[],
  { pass, also = [] }: { pass: boolean; also?: readonly PastRecords[] },
): Promise<void> {
  const accountIds = [...new Set(requests.map(({ accountId }) => accountId))]
  const budgets = await getBudgets(accountIds, tx)
  // Nothing is estimated for nobody's budget.
  if (budgets.size === 0) return
  const checks = await checkBudgets(requests, await estimateCost(requests, tx, also), tx)
  const stops = checks.filter(({ verdict }) => verdict === 'stop')
  const [first] = stops
  if (!first) return
  const isAdmin = hasRight(actor.role, 'accounts.manage')
  if (!pass || !isAdmin)
    throw new AppError(
      pass ? 'forbidden' : 'conflict',
      `${describeStop(first)} Nothing was sent. ${
        isAdmin
          ? 'As an administrator you may pass the stop, or change the budget under Accounts.'
          : 'Ask for less, or ask an administrator, who may pass the stop.'
      }`,
      isAdmin ? { fieldErrors: { passBudget: ['The hard stop holds this.'] } } : {},
    )
  for (const { accountId, accountLabel, stopAt, total, currency } of stops)
    await recordAudit(tx, actor, {
      kind: 'budget.passed',
      subject: { kind: 'account', id: accountId, name: accountLabel },
      data: { stopAt, total, currency },
    })
}

function describeStop({ accountLabel, currency, total, stopAt, month }: BudgetCheck): string {
  const money = (amount: string | null) => [amount, currency].filter(Boolean).join(' ')
  return `The reports of “${accountLabel}” would come to about ${money(total)} in ${month}; its hard stop is ${money(stopAt)}.`
}
