import { authorize } from '@/lib/data/authorize'
import { listSelected, type SelectedRow } from '@/lib/data/reports/list-selected'
import { canBeCancelled, canBeRetried } from '@/lib/data/requests/allowed-deeds'
import { AppError } from '@/lib/errors/app-error'
import type { UserActor } from '@/lib/schemas/actor'
import type { Right } from '@/lib/schemas/rights'
import type { BulkDeed, BulkOutcome } from '@/lib/schemas/selection'
import { deleteArchives, noFile } from './delete-archives'
import { cancelRequest } from './request-actions'
import { retryRequest } from './retry-request'

/** In one go; what is beyond it is told, and done by the next. */
const mostRequests = 2_000
const atOnce = 4

export const rightOfDeed: Record<BulkDeed, Right> = {
  cancel: 'reports.cancel',
  retry: 'reports.create',
  delete: 'archives.delete',
}

/**
 * Does something to all chosen reports that allow it, each request for itself: what fails for one does not keep it from
 * the others, and is told.
 * @throws AppError `forbidden`; `not-found` when a report does not exist; `invalid` when there is too much at once
 */
export async function actOnSelection(
  actor: UserActor,
  deed: BulkDeed,
  reportIds: readonly string[],
): Promise<BulkOutcome[]> {
  authorize(actor, rightOfDeed[deed])
  const reports = await listSelected(reportIds)
  if (deed === 'delete') return deleteAll(actor, reports)
  const [allows, act] =
    deed === 'cancel'
      ? ([canBeCancelled, cancelRequest] as const)
      : ([canBeRetried, retryRequest] as const)
  const work = reports.flatMap((report) =>
    report.requests.filter(allows).map(({ id }) => ({ reportId: report.id, requestId: id })),
  )
  if (work.length > mostRequests)
    throw new AppError(
      'invalid',
      `These reports have ${work.length} requests to ${deed}, more than the ${mostRequests} that can be done in one go. Choose fewer reports.`,
    )
  const outcomes = new Map(reports.map(({ id, title }) => [id, begin(id, title)]))
  const queue = work.values()
  const take = async () => {
    for (const { reportId, requestId } of queue) {
      const outcome = outcomes.get(reportId) as Counted
      const why = await tryDeed(() => act(actor, { requestId }))
      if (why === null) outcome.done++
      else outcome.refused.set(why, (outcome.refused.get(why) ?? 0) + 1)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, take))
  return [...outcomes.values()].map(end)
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
