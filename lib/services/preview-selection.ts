import { getProduct } from '@/lib/catalogue/products'
import { listDependants } from '@/lib/data/reports/list-dependants'
import {
  listSelected,
  type SelectedRequest,
  type SelectedRow,
} from '@/lib/data/reports/list-selected'
import { canBeCancelled, listRetriable } from '@/lib/data/requests/allowed-deeds'
import { appNow } from '@/lib/db/client'
import type { CostEstimate } from '@/lib/plan/cost-estimate'
import type { AskedRequest } from '@/lib/plan/paid-request'
import type { UserActor } from '@/lib/schemas/actor'
import { hasRight } from '@/lib/schemas/rights'
import type { RetryCost, SelectedReport, SelectionPreview } from '@/lib/schemas/selection'
import { checkBudgets } from './check-budgets'
import { estimateCost } from './estimate-cost'

/** What would happen to these reports, before it does: how many of their requests and files a deed would reach. */
export async function previewSelection(
  actor: UserActor,
  reportIds: readonly string[],
): Promise<SelectionPreview> {
  const rows = await listSelected(reportIds)
  const chosen = new Set(reportIds)
  const stored = rows.flatMap(ownFiles)
  const dependants = (await listDependants(stored.map(({ id }) => id))).filter(
    ({ reportId, isHeld }) => isHeld || !chosen.has(reportId),
  )
  const neededBy = Map.groupBy(dependants, ({ sourceRequestId }) => sourceRequestId)
  const now = await appNow()
  const retried = rows.flatMap((row) => listRetriable(row.requests))
  const mayRetry = retried.length > 0 && hasRight(actor.role, 'reports.create')
  const asked = mayRetry ? retried.map(toAsked) : []
  const estimate = await estimateCost(asked)
  return {
    reports: rows.map((row) => toSelected(row, neededBy, now)),
    retryCost: mayRetry ? toRetryCost(estimate) : null,
    budgets: await checkBudgets(asked, estimate),
    mayPassBudget: hasRight(actor.role, 'accounts.manage'),
  }
}

function toRetryCost({ records, withoutRecords, withoutPrice, prices }: CostEstimate): RetryCost {
  return {
    records: records.expected,
    withoutRecords,
    withoutPrice,
    prices: prices.map(({ currency, price }) => ({ currency, price })),
  }
}

type Needed = ReadonlyMap<string, { title: string }[]>
type Stored = { archive: { rows: bigint; bytes: bigint; deletedAt: Date | null } | null }

function hasFile({ archive }: Stored): boolean {
  return archive !== null && archive.deletedAt === null
}

/** What was fetched for the report itself: what a deletion reaches. */
function ownFiles({ requests, replaced }: SelectedRow): SelectedRequest[] {
  return [...requests, ...replaced].filter(hasFile)
}

function sum(parts: Stored[], of: 'rows' | 'bytes'): number {
  return parts.reduce((total, { archive }) => total + Number(archive?.[of] ?? 0), 0)
}

function toSelected(row: SelectedRow, needed: Needed, now: Date): SelectedReport {
  const { requests } = row
  const cancelled = requests.filter(canBeCancelled)
  const retried = listRetriable(requests)
  const parts = [...requests, ...row.keptParts.map(({ source }) => source)]
  const files = parts.filter(hasFile)
  const own = ownFiles(row)
  const gone = own.filter(({ id }) => !needed.has(id))
  const atVonage = gone.filter(({ fileDeadline }) => fileDeadline && fileDeadline > now)
  return {
    id: row.id,
    title: row.title,
    cancel: {
      requests: cancelled.length,
      unsent: cancelled.filter(({ state }) => state === 'queued').length,
      unconfirmed: cancelled.filter(({ state }) => state === 'unconfirmed').length,
      free: cancelled.filter((request) => request.state !== 'queued' && isFree(request)).length,
    },
    retry: {
      requests: retried.length,
      free: retried.filter(isFree).length,
      rejected: requests.filter(({ state }) => state === 'rejected').length,
    },
    files: {
      count: files.length,
      missing: parts.length - files.length,
      rows: sum(files, 'rows'),
      bytes: sum(files, 'bytes'),
      products: [
        ...new Set(files.map(({ product }) => product as SelectedRequest['product'])),
      ].sort(),
    },
    delete: {
      count: gone.length,
      rows: sum(gone, 'rows'),
      bytes: sum(gone, 'bytes'),
      atVonage: atVonage.length,
      vonageUntil: earliest(atVonage),
      needed: own.length - gone.length,
      neededBy: [
        ...new Set(own.flatMap(({ id }) => needed.get(id) ?? []).map(({ title }) => title)),
      ],
    },
  }
}

function isFree({ account, product }: SelectedRequest): boolean {
  return account.environment === 'sandbox' || getProduct(product).free === true
}

function earliest(requests: SelectedRequest[]): string | null {
  const times = requests.map(({ fileDeadline }) => fileDeadline?.toISOString() ?? '').sort()
  return times[0] ?? null
}

function toAsked(request: SelectedRequest): AskedRequest {
  return {
    key: request.id,
    accountId: request.accountId,
    targetAccountId: request.targetAccountId,
    product: request.product,
    direction: request.direction,
    dateStart: request.dateStart.toISOString(),
    dateEnd: request.dateEnd.toISOString(),
    includeSubaccounts: request.includeSubaccounts,
    filters: (request.filters ?? {}) as AskedRequest['filters'],
  }
}
