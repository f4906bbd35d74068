/**
 * Splits a page while somebody reads further down: rows that have come above those that were there are held back and
 * counted, so that nothing moves under the reader's eyes. When none of those is left, nothing is held.
 *
 * @param known the ids of the rows when the reader scrolled away; null while the top is in view
 */
export function holdNewRows<Row extends { id: string }>(
  rows: readonly Row[],
  known: ReadonlySet<string> | null,
): { shown: readonly Row[]; held: number } {
  const at = known ? rows.findIndex(({ id }) => known.has(id)) : -1
  return at <= 0 ? { shown: rows, held: 0 } : { shown: rows.slice(at), held: at }
}
