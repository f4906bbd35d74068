import { authorize } from '@/lib/data/authorize'
import { listSelected, type SelectedRow } from '@/lib/data/reports/list-selected'
import { canBeCancelled, listRetriable } from '@/lib/data/requests/allowed-deeds'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'
import type { Right } from '@/lib/schemas/rights'
import type { BulkDeed, BulkOutcome } from '@/lib/schemas/selection'
import { cancelRequests } from './cancel-requests'
import { deleteArchives, noFile } from './delete-archives'
import { retryRequests } from './retry-request'

/** Reports; each is one transaction. */
const atOnce = 4

export const rightOfDeed: Record<BulkDeed, Right> = {
  cancel: 'reports.cancel',
  retry: 'reports.create',
  delete: 'archives.delete',
}

/**
 * Does something to all chosen reports that allow it, each for itself: what fails for one does not keep it from the
 * others, and is told.
 * @param passBudget with a retry, an admin goes past the accounts' hard stops
 * @throws AppError `forbidden`; `not-found` when a report does not exist
 */
export async function actOnSelection(
  actor: UserActor,
  deed: BulkDeed,
  reportIds: readonly string[],
  { passBudget }: { passBudget: boolean } = { passBudget: false },
): Promise<BulkOutcome[]> {
  authorize(actor, rightOfDeed[deed])
  const reports = await listSelected(reportIds)
  if (deed === 'delete') return deleteAll(actor, reports)
  const work = reports.map(({ requests, ...report }) => ({
    outcome: begin(report.id, report.title),
    ids: (deed === 'cancel' ? requests.filter(canBeCancelled) : listRetriable(requests)).map(
      ({ id }) => id,
    ),
  }))
  const queue = work.values()
  const take = async () => {
    for (const { outcome, ids } of queue)
      if (ids.length > 0) await actOnReport(actor, { deed, ids, passBudget }, outcome)
  }
  await Promise.all(Array.from({ length: atOnce }, take))
  return work.map(({ outcome }) => end(outcome))
}

async function actOnReport(
  actor: UserActor,
  {
    deed,
    ids,
    passBudget,
  }: { deed: 'cancel' | 'retry'; ids: readonly string[]; passBudget: boolean },
  outcome: Counted,
): Promise<void> {
  const refuse = (why: string, count: number) =>
    outcome.refused.set(why, (outcome.refused.get(why) ?? 0) + count)
  const why = await tryDeed(async () => {
    const { done, refused } =
      deed === 'cancel'
        ? await cancelRequests(actor, ids)
        : await retryRequests(actor, ids, { passBudget })
    outcome.done = done
    for (const reason of refused) refuse(reason, 1)
  })
  if (why !== null) refuse(why, ids.length)
}

async function deleteAll(
  actor: UserActor,
  reports: readonly SelectedRow[],
): Promise<BulkOutcome[]> {
  const together = new Set(reports.map(({ id }) => id))
  const outcomes: BulkOutcome[] = []
  for (const { id, title } of reports) {
    const outcome = begin(id, title)
    const why = await tryDeed(async () => {
      const { files, needed } = await deleteArchives(actor, { reportId: id }, together)
      outcome.done = files
      if (needed.files > 0)
        outcome.refused.set(
          `Still needed by ${needed.by.map((one) => `“${one}”`).join(', ')}.`,
          needed.files,
        )
    })
    if (why !== null && why !== noFile) outcome.refused.set(why, 1)
    outcomes.push(end(outcome))
  }
  return outcomes
}

type Counted = Omit<BulkOutcome, 'refused'> & { refused: Map<string, number> }

function begin(id: string, title: string): Counted {
  return { id, title, done: 0, refused: new Map() }
}

function end({ refused, ...outcome }: Counted): BulkOutcome {
  return { ...outcome, refused: [...refused].map(([why, count]) => ({ why, count })) }
}

/** @returns why it was refused; null when it was done */
async function tryDeed(deed: () => Promise<unknown>): Promise<string | null> {
  try {
    await deed()
    return null
  } catch (error) {
    if (error instanceof AppError) return error.message
    throw error
  }
}
