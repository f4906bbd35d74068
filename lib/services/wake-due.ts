import { listDue } from '@/lib/data/requests/list-due'
import type { Tx } from '@/lib/db/client'
import { findWaiting, queueNames, wakeMany } from '@/lib/queue/boss'
import { wokenAtOnce } from './fair-turns'
import { queueFor } from './settle-request'

/**
 * Wakes what is due, in nobody's hands, and waits for no wake-up: at most so many of each account that those who ask for
 * little don't wait for those who ask for much. The sweep does the rest.
 * @param accountId null: of all accounts
 * @returns how many were woken
 */
export async function wakeDue(tx: Tx, accountId: string | null): Promise<number> {
  const due = await listDue(tx, { accountId, mostOfAccount: wokenAtOnce })
  const waiting = await findWaiting(
    tx,
    due.map(({ id }) => id),
  )
  const asleep = due.filter(({ id }) => !waiting.has(id))
  for (const queue of queueNames)
    await wakeMany(
      tx,
      queue,
      asleep
        .filter(({ state }) => queueFor(state) === queue)
        .map(({ id, turn, accountId: group }) => ({ requestId: id, group, turn })),
    )
  return asleep.length
}
