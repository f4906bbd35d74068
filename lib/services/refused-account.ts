import { appNow, type Tx, transact } from '@/lib/db/client'
import { wake } from '@/lib/queue/boss'
import { finalStates } from '@/lib/schemas/states'
import type { Problem } from '@/lib/schemas/views'
import { queueFor } from './settle-request'

/** While Vonage refuses an account, its requests make no calls; deadlines are looked at this often. */
export const refusedLookMs = 15 * 60_000

/** Vonage answered 401 or 403: the account's requests stand still, and the account says why. */
export async function refuseAccount(accountId: string, problem: Problem): Promise<void> {
  await transact(async (tx) => {
    await tx.account.updateMany({
      where: { id: accountId, refusedAt: null },
      data: { refusedAt: await appNow(tx), refusal: problem },
    })
  })
}

/** Lets an account's waiting requests go on, after its key pair was seen to work. */
export async function resumeAccount(tx: Tx, accountId: string): Promise<void> {
  const now = await appNow(tx)
  const waiting = await tx.reportRequest.findMany({
    where: {
      accountId,
      state: { notIn: [...finalStates, 'unconfirmed'] },
    },
    select: { id: true, state: true },
  })
  await tx.reportRequest.updateMany({
    where: { id: { in: waiting.map((request) => request.id) } },
    data: { dueAt: now, faults: 0, version: { increment: 1 } },
  })
  for (const request of waiting)
    await wake(
      tx,
      queueFor(request.state),
      { requestId: request.id },
      { delayMs: 0, group: accountId },
    )
}
