/**
 * The rows to show while a list is read: those that are there, and, at their place, those that were shown and are there no
 * more, so that nothing moves or vanishes under the reader's eyes. What newer rows pushed onto the next page is not kept.
 *
 * @param before what was shown until now
 * @param hasMore whether more rows follow on the next page
 */
export function keepGoneRows<Row extends { id: string }>(
  before: readonly Row[],
  rows: readonly Row[],
  hasMore: boolean,
): (Row & { isGone?: true })[] {
  const there = new Set(rows.map(({ id }) => id))
  const lastThere = before.findLastIndex(({ id }) => there.has(id))
  const goneBefore = new Map<string | null, Row[]>()
  let waiting: Row[] = []
  for (const [index, row] of before.entries()) {
    if (there.has(row.id)) {
      goneBefore.set(row.id, waiting)
      waiting = []
    } else if (index < lastThere || !hasMore) waiting.push(row)
  }
  goneBefore.set(null, waiting)
  const gone = (id: string | null) =>
    (goneBefore.get(id) ?? []).map((row) => ({ ...row, isGone: true as const }))
  return [...rows.flatMap((row) => [...gone(row.id), row]), ...gone(null)]
}
