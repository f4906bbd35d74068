import { recordAudit } from '@/lib/data/audit/record-audit'
import { authorize } from '@/lib/data/authorize'
import { transact } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'
import type { SetRetentionInput } from '@/lib/schemas/storage'

/**
 * Says for how many days an account's files are kept. It holds for files that are here already, too: what is older goes
 * with the worker's next round.
 * @throws AppError `forbidden`; `not-found` for an account that is not there
 */
export async function setRetention(
  actor: UserActor,
  { accountId, keepDays: typed }: SetRetentionInput,
): Promise<void> {
  authorize(actor, 'archives.delete')
  const keepDays = typed === '' ? null : Number(typed)
  await transact(async (tx) => {
    const [account] = await tx.account.updateManyAndReturn({
      where: { id: accountId },
      data: { keepDays },
      select: { label: true },
    })
    if (!account) throw new AppError('not-found', 'This account is not there any more.')
    await recordAudit(tx, actor, {
      kind: 'retention.set',
      subject: { kind: 'account', id: accountId, name: account.label },
      data: { keepDays },
    })
  })
}
