import { authorize } from '@/lib/data/authorize'
import { getDb } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import type { UsageStanding } from '@/lib/schemas/spending'
import type { Problem } from '@/lib/schemas/views'

/**
 * How far the usage of each account is known, and what keeps it from being known further.
 * @throws AppError `forbidden`
 */
export async function listUsageStandings(
  actor: UserActor,
  environment: 'live' | 'sandbox',
): Promise<UsageStanding[]> {
  authorize(actor, 'spending.see')
  const rows = await getDb().account.findMany({
    where: { environment, removedAt: null },
    select: {
      id: true,
      label: true,
      refusedAt: true,
      usageFetch: {
        select: {
          fetchedFrom: true,
          fetchedTo: true,
          dueAt: true,
          wantedAt: true,
          jobRequestId: true,
          ownOnly: true,
          problem: true,
        },
      },
    },
    orderBy: { label: 'asc' },
  })
  return rows.map(({ id, label, refusedAt, usageFetch: fetch }) => ({
    accountId: id,
    label,
    from: fetch?.fetchedFrom?.toISOString() ?? null,
    to: fetch?.fetchedTo?.toISOString() ?? null,
    nextAt: fetch?.dueAt.toISOString() ?? null,
    // One with a fault waits for its next try.
    isFetching: !refusedAt && !fetch?.problem && Boolean(fetch?.wantedAt || fetch?.jobRequestId),
    ownOnly: fetch?.ownOnly ?? false,
    problem: (fetch?.problem as Problem | null | undefined) ?? null,
  }))
}
