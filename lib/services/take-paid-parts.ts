import { holdArchives } from '@/lib/data/reports/hold-archives'
import type { Tx } from '@/lib/db/client'
import { AppError } from '@/lib/errors/app-error'
import { cutPaid } from '@/lib/plan/cut-paid'
import { countKeptMs, type KeptRow, toKeptRows } from '@/lib/plan/kept-rows'
import type { AskedRequest, PaidRequest, SeenPaid } from '@/lib/plan/paid-request'
import { findPaidParts } from './find-paid-parts'

/**
 * Within the transaction that makes a report, after `lockSpending`: what it takes of earlier files, which then can't be
 * deleted before it is made, and the requests that remain, one for each missing stretch.
 * @param seen what the person was shown; null when nothing was shown
 * @throws AppError `conflict` when another report is fetching missing records, or less is there, than the person saw
 */
export async function takePaidParts<R extends AskedRequest>(
  tx: Tx,
  requests: readonly R[],
  seen: SeenPaid | null,
): Promise<{ kept: KeptRow[]; missing: R[] }> {
  const paid = await findPaidParts(requests, tx)
  refuseUnseenRunning(paid, seen)
  const kept = toKeptRows(paid)
  const held = await holdArchives(
    tx,
    kept.map(({ sourceId }) => sourceId),
  )
  if (!held || (seen && countKeptMs(paid) < seen.keptMs))
    throw new AppError(
      'conflict',
      'A file that this report would have used was deleted a moment ago, so more would have to be paid for than you saw. Nothing was sent. Look at the plan again.',
    )
  return { kept, missing: cutPaid(requests, paid) }
}

function refuseUnseenRunning(paid: readonly PaidRequest[], seen: SeenPaid | null): void {
  const known = new Set(seen?.runningRequestIds)
  const unseen = paid
    .flatMap((request) => request.running)
    .find(({ requestId }) => !known.has(requestId))
  if (unseen)
    throw new AppError(
      'conflict',
      `The report “${unseen.reportTitle}” is fetching some of these records already, and they would be paid for twice. Nothing was sent. Wait for it, or look at the plan again and ask all the same.`,
    )
}
