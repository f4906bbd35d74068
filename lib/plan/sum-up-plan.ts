import type { CostEstimate } from './cost-estimate'
import type { AskedRequest, PaidPart } from './paid-request'
import type { EstimateSummary, PlanPreview } from './plan-preview'
import type { PlanPrice } from './plan-price'

/** More lines than this nobody reads in a form. */
const mostParts = 30

/** The price of a plan in few words, however many requests it has. */
export function sumUpPlan(requests: readonly AskedRequest[], price: PlanPrice): PlanPreview {
  const all = price.paid.flatMap(({ parts }) => parts)
  const parts = joinParts(all)
  const running = new Map(
    price.paid.flatMap((one) => one.running).map((one) => [one.requestId, one]),
  )
  return {
    askedMs: requests.reduce((sum, one) => sum + lengthOf(one), 0),
    keptMs: price.seen.keptMs,
    parts: parts.slice(0, mostParts),
    moreParts: Math.max(0, parts.length - mostParts),
    keptRecords: all.reduce((sum, { records }) => sum + records, 0),
    keptRecordsAreExact: all.every(({ recordsAreExact }) => recordsAreExact),
    keptReports: new Set(all.map(({ reportId }) => reportId)).size,
    mayHaveChanged: all.some(({ mayHaveChanged }) => mayHaveChanged),
    running: [...running.values()].slice(0, mostParts),
    requests: price.requests,
    estimate: { kept: sumUp(price.estimate.kept), none: sumUp(price.estimate.none) },
    budgets: price.budgets,
    seen: price.seen,
  }
}

function sumUp({ requests, ...sums }: CostEstimate): EstimateSummary {
  return { ...sums, requests: requests.map(({ free }) => ({ free })) }
}

/** A range that was split is, in one file, one stretch. */
function joinParts(parts: readonly PaidPart[]): PaidPart[] {
  const joined: PaidPart[] = []
  const inOrder = parts.toSorted(
    (a, b) => order(a.sourceRequestId, b.sourceRequestId) || order(a.dateStart, b.dateStart),
  )
  for (const part of inOrder) {
    const last = joined.at(-1)
    if (last?.sourceRequestId === part.sourceRequestId && last.dateEnd === part.dateStart) {
      last.dateEnd = part.dateEnd
      last.records += part.records
      last.recordsAreExact &&= part.recordsAreExact
      last.mayHaveChanged ||= part.mayHaveChanged
    } else joined.push({ ...part })
  }
  return joined.toSorted((a, b) => order(a.dateStart, b.dateStart))
}

function lengthOf({ dateStart, dateEnd }: { dateStart: string; dateEnd: string }): number {
  return Date.parse(dateEnd) - Date.parse(dateStart)
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
