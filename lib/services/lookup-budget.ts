import { recordAudit } from '@/lib/data/audit/record-audit'
import { findRecordPrices } from '@/lib/data/usage/find-record-prices'
import type { Tx } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import { timesDecimal } from '@/lib/format/exact-decimal'
import { judgeBudget } from '@/lib/plan/judge-budget'
import type { UserActor } from '@/lib/schemas/actor'
import { hasRight } from '@/lib/schemas/rights'
import { listBudgets } from './check-budgets'

type Call = {
  account: { id: string; label: string }
  product: string
  /** The most that one call may bring. */
  records: number
}

/**
 * Holds a call for records that would go over the account's hard stop. An admin may pass, if they say so; that is written
 * down in the audit.
 * @throws AppError `conflict` at a hard stop, `forbidden` when somebody else wants to pass it
 */
export async function enforceLookupBudget(
  tx: Tx,
  actor: UserActor,
  { account, product, records }: Call,
  { pass }: { pass: boolean },
): Promise<void> {
  const [budget] = await listBudgets([account.id])
  if (!budget) return
  const [price] = await findRecordPrices(tx, [{ accountId: account.id, product }])
  const isKnown = price?.currency === budget.currency
  const asked = isKnown ? timesDecimal(price.perRecord, records) : '0'
  const { verdict, total } = judgeBudget(budget, { ...budget, asked })
  if (verdict !== 'stop') return
  const money = [budget.stopAt, budget.currency].filter(Boolean).join(' ')
  const isAdmin = hasRight(actor.role, 'accounts.manage')
  if (!pass || !isAdmin)
    throw new AppError(
      pass ? 'forbidden' : 'conflict',
      `“${account.label}” is at its hard stop of ${money} for ${budget.month}, or this call may pass it. Nothing was asked. ${
        isAdmin
          ? 'As an administrator you may pass the stop, or change the budget under Accounts.'
          : 'Ask an administrator, who may pass the stop.'
      }`,
      { fieldErrors: { passBudget: ['The hard stop holds this call.'] } },
    )
  await recordAudit(tx, actor, {
    kind: 'budget.passed',
    subject: { kind: 'account', id: account.id, name: account.label },
    data: { stopAt: budget.stopAt, total, currency: budget.currency },
  })
}
