import { isProductCode } from '@/lib/catalogue/products'
import { getDb } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import type { UserActor } from '@/lib/schemas/actor'
import type { StateCounts } from '@/lib/schemas/report-state'
import { hasRight } from '@/lib/schemas/rights'
import type { RequestState } from '@/lib/schemas/states'
import type { ReportActions, ReportRow } from '@/lib/schemas/views'
import { mayHaveOriginal } from './authorize-texts'
import { listPastDurations } from './estimate'
import { type RequestRecord, toRequestView } from './request-view'

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

/** A report as the database has it, as far as a row of the history tells of it. */
export type ReportRecord = Prisma.ReportGetPayload<{ select: typeof reportRowSelect }>

/** With its request, where it has only one that no retry replaced. */
export type FoundReport = ReportRecord & { onlyRequest: RequestRecord | null }

/** Rows of the history with their guesses, in one look for all of them. */
export async function toReportRows(rows: FoundReport[], actor: UserActor): Promise<ReportRow[]> {
  const sandboxes = await listSandboxes(rows.flatMap((row) => row.accountIds))
  const running = rows.flatMap(({ onlyRequest }) =>
    onlyRequest?.state === 'running' ? [onlyRequest.account.id] : [],
  )
  const past = await listPastDurations([...new Set(running)])
  return rows.map((row) => {
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
      request: row.onlyRequest && toRequestView(row.onlyRequest, actor, past),
    }
  })
}

function actionsFor(row: FoundReport, actor: UserActor): ReportActions {
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
      hasRight(actor.role, 'originals.download') &&
      (row.bytes > 0n || row._count.keptParts > 0) &&
      mayHaveOriginal(actor, row.onlyRequest?.archive?.columns ?? []),
  }
}

async function listSandboxes(accountIds: string[]): Promise<Set<string>> {
  const found = await getDb().account.findMany({
    where: { id: { in: [...new Set(accountIds)] }, environment: 'sandbox' },
    select: { id: true },
  })
  return new Set(found.map(({ id }) => id))
}
