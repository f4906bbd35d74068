import type { Prisma } from '@/lib/db/generated/client'
import type { UserActor } from '@/lib/schemas/actor'
import type { ReportRow } from '@/lib/schemas/views'
import { listPastDurations } from './estimate'
import { requestViewSelect, toRequestView } from './request-view'

export const reportRowSelect = {
  id: true,
  title: true,
  timeZone: true,
  createdAt: true,
  version: true,
  createdBy: { select: { name: true } },
  requests: { select: requestViewSelect, orderBy: { id: 'asc' }, take: 1 },
} satisfies Prisma.ReportSelect

type Row = Prisma.ReportGetPayload<{ select: typeof reportRowSelect }>

/** Rows of the history with their guesses, which need one look at the past for all of them. */
export async function toReportRows(rows: Row[], actor: UserActor): Promise<ReportRow[]> {
  const running = rows.flatMap((row) => row.requests.filter((r) => r.state === 'running'))
  const past = await listPastDurations([...new Set(running.map((r) => r.account.id))])
  return rows.flatMap((row) => {
    const request = row.requests[0]
    return request
      ? [
          {
            id: row.id,
            title: row.title,
            timeZone: row.timeZone,
            createdBy: row.createdBy.name,
            createdAt: row.createdAt.toISOString(),
            version: row.version,
            request: toRequestView(request, actor, past),
          },
        ]
      : []
  })
}
