import type { PaidRequest, SeenPaid } from './paid-request'

/** What a report takes of an earlier file, as it is stored. */
export type KeptRow = {
  sourceId: string
  dateStart: string
  dateEnd: string
  mayHaveChanged: boolean
  /** Columns that are not given. */
  leftOut: string[]
}

/** The parts of all requests; those of one file that follow on one another are one. */
export function toKeptRows(paid: readonly PaidRequest[]): KeptRow[] {
  const rows: KeptRow[] = []
  const parts = paid
    .flatMap((request) => request.parts)
    .toSorted(
      (a, b) => order(a.sourceRequestId, b.sourceRequestId) || order(a.dateStart, b.dateStart),
    )
  for (const { sourceRequestId: sourceId, dateStart, dateEnd, mayHaveChanged, leftOut } of parts) {
    const last = rows.at(-1)
    if (
      last?.sourceId === sourceId &&
      last.dateEnd >= dateStart &&
      String(last.leftOut) === String(leftOut)
    ) {
      if (dateEnd > last.dateEnd) last.dateEnd = dateEnd
      last.mayHaveChanged ||= mayHaveChanged
    } else rows.push({ sourceId, dateStart, dateEnd, mayHaveChanged, leftOut })
  }
  return rows.toSorted((a, b) => order(a.dateStart, b.dateStart))
}

/** How much of the ranges is there, in milliseconds. */
export function countKeptMs(paid: readonly PaidRequest[]): number {
  return paid
    .flatMap((request) => request.parts)
    .reduce((sum, part) => sum + Date.parse(part.dateEnd) - Date.parse(part.dateStart), 0)
}

/** What a person sees of it, for the create to be held against. */
export function toSeen(paid: readonly PaidRequest[]): SeenPaid {
  const running = paid.flatMap((request) => request.running.map(({ requestId }) => requestId))
  return { keptMs: countKeptMs(paid), runningRequestIds: [...new Set(running)] }
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
