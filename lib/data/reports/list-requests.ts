import { z } from 'zod'
import { getDb } from '@/lib/db/client'
import type { UserActor } from '@/lib/schemas/actor'
import type { RequestState } from '@/lib/schemas/states'
import type { RequestPage } from '@/lib/schemas/views'
import { listPastDurations } from './estimate'
import { requestViewSelect, toRequestView } from './request-view'

export const requestPageSize = 50

/**
 * A page of a report's requests, those that a retry replaced left out; null when there is no such report. A report has at
 * most 2,000 requests, so pages count.
 * @param state null: of all states
 * @param page from 0
 */
export async function listRequests(
  actor: UserActor,
  reportId: string,
  { state, page }: { state: RequestState | null; page: number },
): Promise<RequestPage | null> {
  if (!z.uuid().safeParse(reportId).success) return null
  const where = { reportId, replacedById: null, ...(state ? { state } : {}) }
  const db = getDb()
  const report = await db.report.findUnique({
    where: { id: reportId },
    select: { id: true, version: true },
  })
  if (!report) return null
  const found = await db.reportRequest.findMany({
    where,
    orderBy: { id: 'asc' },
    skip: page * requestPageSize,
    take: requestPageSize,
    select: requestViewSelect,
  })
  const running = found.filter((request) => request.state === 'running')
  const past = await listPastDurations([...new Set(running.map(({ account }) => account.id))])
  return {
    ...report,
    requests: found.map((request) => toRequestView(request, actor, past)),
    page,
    total: await db.reportRequest.count({ where }),
  }
}
