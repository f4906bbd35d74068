import type { Claim } from '@/lib/data/requests/lease'
import { appNow, type Tx, transact } from '@/lib/db/client'
import { Prisma } from '@/lib/db/generated/client'
import { finalStates } from '@/lib/schemas/states'
import type { Problem } from '@/lib/schemas/views'
import { wakeDue } from './wake-due'

/** While Vonage refuses an account nothing new is sent; what it has already is asked about this often. */
export const refusedLookMs = 15 * 60_000

/**
 * Vonage answered 401 or 403: the account's requests stand still, and the account says why. An answer to a call that
 * began before the secret was last seen to work says nothing.
 */
export async function refuseAccount(claim: Claim, problem: Problem): Promise<void> {
  await transact(async (tx) => {
    await tx.account.updateMany({
      where: {
        id: claim.accountId,
        refusedAt: null,
        OR: [{ checkedAt: null }, { checkedAt: { lte: claim.now } }],
      },
      data: { refusedAt: await appNow(tx), refusal: problem },
    })
  })
}

/** Vonage took the account's key again: its waiting requests go on. */
export async function healAccount(accountId: string): Promise<void> {
  await transact(async (tx) => {
    const { count } = await tx.account.updateMany({
      where: { id: accountId, removedAt: null, refusedAt: { not: null } },
      data: { refusedAt: null, refusal: Prisma.DbNull, checkedAt: await appNow(tx) },
    })
    if (count === 1) await resumeAccount(tx, accountId)
  })
}

/** Lets an account's waiting requests go on, after its key pair was seen to work. */
export async function resumeAccount(tx: Tx, accountId: string): Promise<void> {
  const now = await appNow(tx)
  await tx.reportRequest.updateMany({
    where: { accountId, state: { notIn: [...finalStates, 'unconfirmed'] } },
    data: { dueAt: now, faults: 0, version: { increment: 1 } },
  })
  await wakeDue(tx, accountId)
}
