import { recordAudit } from '@/lib/data/audit/record-audit'
import { authorize } from '@/lib/data/authorize'
import { saveBudget } from '@/lib/data/budgets/save-budget'
import { transact } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'
import type { SetBudgetInput } from '@/lib/schemas/budget'

/**
 * Says what an account's reports may cost in a month; without any level it has no budget any more.
 * @throws AppError `forbidden`; `not-found` for an account that is not there
 */
export async function setBudget(
  actor: UserActor,
  { accountId, currency, warnAt, stopAt }: SetBudgetInput,
): Promise<void> {
  authorize(actor, 'accounts.manage')
  await transact(async (tx) => {
    const account = await tx.account.findFirst({
      where: { id: accountId, removedAt: null },
      select: { label: true },
    })
    if (!account) throw new AppError('not-found', 'This account is not there any more.')
    const levels = { currency, warnAt: warnAt || null, stopAt: stopAt || null }
    const isSet = levels.warnAt !== null || levels.stopAt !== null
    await saveBudget(tx, accountId, isSet ? levels : null)
    await recordAudit(tx, actor, {
      kind: isSet ? 'budget.set' : 'budget.removed',
      subject: { kind: 'account', id: accountId, name: account.label },
      data: isSet ? levels : {},
    })
  })
}
