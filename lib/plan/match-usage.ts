/** A line of usage that belongs to none of ours by its id. Times in milliseconds. */
export type UnmatchedLine = {
  recordId: string
  targetAccountId: string
  product: string
  receivedAt: number
  dateStart: number | null
  dateEnd: number | null
  itemsWritten: number | null
}

/** A call of ours that Vonage has, or may have, taken. */
export type OwnCall = {
  id: string
  targetAccountId: string
  product: string
  dateStart: number | null
  dateEnd: number | null
  /** When Vonage says that it received it. */
  receivedAt: number | null
  /** When we sent it; for those whose answer is lost that is all there is. */
  sentAt: number
  items: number | null
}

/** Vonage tells times in whole seconds. */
const sameMs = 2_000
/** The two clocks may differ, and a call may wait on its way. */
const clockSkewMs = 120_000
const slowMs = 300_000

type Pair = { line: UnmatchedLine; call: OwnCall; differs: number; apart: number }

/**
 * Which lines of usage are calls of ours, by what both tell: account, product, range, time, and where several fit the
 * number of records. Usage names neither direction nor filters, so this is likely, not certain. Each belongs to one.
 * @returns the call's id by the line's
 */
export function matchUsage(
  lines: readonly UnmatchedLine[],
  calls: readonly OwnCall[],
): Map<string, string> {
  const keyOf = ({ product, targetAccountId }: UnmatchedLine | OwnCall) =>
    `${product} ${targetAccountId}`
  const likely = Map.groupBy(calls, keyOf)
  const pairs = lines.flatMap((line) =>
    (likely.get(keyOf(line)) ?? []).flatMap((call): Pair[] => {
      const apart = timeApart(line, call)
      return apart === null ? [] : [{ line, call, apart, differs: itemsDiffer(line, call) }]
    }),
  )
  pairs.sort((a, b) => a.differs - b.differs || a.apart - b.apart)
  const matched = new Map<string, string>()
  const taken = new Set<string>()
  for (const { line, call } of pairs) {
    if (matched.has(line.recordId) || taken.has(call.id)) continue
    matched.set(line.recordId, call.id)
    taken.add(call.id)
  }
  return matched
}

/** How far apart in time, where the range is the same, too; null where they can't be one. */
function timeApart(line: UnmatchedLine, call: OwnCall): number | null {
  if (line.dateStart !== call.dateStart || line.dateEnd !== call.dateEnd) return null
  const apart = line.receivedAt - (call.receivedAt ?? call.sentAt)
  const [earliest, latest] =
    call.receivedAt === null ? [-clockSkewMs, clockSkewMs + slowMs] : [-sameMs, sameMs]
  return apart >= earliest && apart <= latest ? Math.abs(apart) : null
}

/** 0: the same number of records; 1: not known; 2: another number. */
function itemsDiffer(line: UnmatchedLine, call: OwnCall): number {
  if (line.itemsWritten === null || call.items === null) return 1
  return line.itemsWritten === call.items ? 0 : 2
}
