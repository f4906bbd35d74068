import { insertRequests } from '@/lib/data/requests/insert-requests'
import type { Tx } from '@/lib/db/client'
import type { AskedRequest } from '@/lib/plan/paid-request'
import { wakeMany } from '@/lib/queue/boss'
import { rankTurns, wokenAtOnce } from './fair-turns'

/**
 * Adds requests to a report, due at once, within the transaction that decides about them. Only the first of each account
 * are woken: the sweep wakes the others as their turn comes, so that many don't stand in the way of a few.
 * @param now by `app_now()`
 * @returns their ids, in the order of the list
 */
export async function addRequests(
  tx: Tx,
  reportId: string,
  requests: readonly AskedRequest[],
  now: Date,
): Promise<string[]> {
  const ids = await insertRequests(tx, reportId, requests, now)
  const turns = rankTurns(requests.map(({ accountId }) => accountId))
  await wakeMany(
    tx,
    'request',
    ids.flatMap((requestId, index) => {
      const turn = turns[index] as number
      const group = (requests[index] as AskedRequest).accountId
      return turn < wokenAtOnce ? [{ requestId, group, turn }] : []
    }),
  )
  return ids
}
