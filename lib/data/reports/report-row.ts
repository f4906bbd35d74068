import { isProductCode } from '@/lib/catalogue/products'
import { getDb } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { UserActor } from '@/lib/schemas/actor'
import type { StateCounts } from '@/lib/schemas/report-state'
import { hasRight } from '@/lib/schemas/rights'
import type { RequestState } from '@/lib/schemas/states'
import type { ReportActions, ReportRow } from '@/lib/schemas/views'
import { listPastDurations } from './estimate'
import { requestViewSelect, toRequestView } from './request-view'

export const reportRowSelect = {
  id: true,
  title: true,
  timeZone: true,
  products: true,
  accountIds: true,
  dateStart: true,
  dateEnd: true,
  requestCount: true,
  stateCounts: true,
  rows: true,
  bytes: true,
  createdAt: true,
  version: true,
  createdBy: { select: { name: true } },
  _count: { select: { keptParts: true } },
} satisfies Prisma.ReportSelect

type Row = Prisma.ReportGetPayload<{ select: typeof reportRowSelect }>

/** Rows of the history, with the requests of those that have only one, and their guesses, in one look for all of them. */
export async function toReportRows(rows: Row[], actor: UserActor): Promise<ReportRow[]> {
  const sandboxes = await listSandboxes(rows.flatMap((row) => row.accountIds))
  const single = rows.filter((row) => row.requestCount === 1).map((row) => row.id)
  const requests = await getDb().reportRequest.findMany({
    where: { reportId: { in: single }, replacedById: null },
    select: { ...requestViewSelect, reportId: true },
  })
  const running = requests.filter(({ state }) => state === 'running')
  const past = await listPastDurations([...new Set(running.map(({ account }) => account.id))])
  const requestOf = new Map(requests.map((request) => [request.reportId, request]))
  return rows.map((row) => {
    const request = requestOf.get(row.id)
    const at = row.createdAt.toISOString()
    return {
      id: row.id,
      title: row.title,
      timeZone: row.timeZone,
      createdBy: row.createdBy.name,
      createdAt: at,
      version: row.version,
      products: row.products.filter(isProductCode),
      isSandbox: row.accountIds.length > 0 && row.accountIds.every((id) => sandboxes.has(id)),
      dateStart: row.dateStart?.toISOString() ?? at,
      dateEnd: row.dateEnd?.toISOString() ?? at,
      requestCount: row.requestCount,
      stateCounts: row.stateCounts as StateCounts,
      keptCount: row._count.keptParts,
      rows: Number(row.rows),
      bytes: Number(row.bytes),
      actions: actionsFor(row, actor),
      request: request ? toRequestView(request, actor, past) : null,
    }
  })
}

function actionsFor(row: Row, actor: UserActor): ReportActions {
  const counts = row.stateCounts as StateCounts
  const of = (...states: RequestState[]) =>
    states.reduce((sum, state) => sum + (counts[state] ?? 0), 0)
  const create = hasRight(actor.role, 'reports.create')
  return {
    refresh: create ? of('running', 'archiving') : 0,
    cancel: hasRight(actor.role, 'reports.cancel')
      ? of('queued', 'submitting', 'running', 'unconfirmed')
      : 0,
    retry: create ? of('failed', 'expired') : 0,
    download:
      hasRight(actor.role, 'originals.download') && (row.bytes > 0n || row._count.keptParts > 0),
  }
}

async function listSandboxes(accountIds: string[]): Promise<Set<string>> {
  const found = await getDb().account.findMany({
    where: { id: { in: [...new Set(accountIds)] }, environment: 'sandbox' },
    select: { id: true },
  })
  return new Set(found.map(({ id }) => id))
}
