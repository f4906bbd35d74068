/**
 * Splits the newest page while somebody reads further down: rows that came after the anchor are held back and
 * counted, so that nothing moves under the reader's eyes. An anchor that is not on the page holds nothing.
 *
 * @param anchorId the top row when the reader scrolled away; null while the top is in view
 */
export function holdNewRows<Row extends { id: string }>(
  rows: readonly Row[],
  anchorId: string | null,
): { shown: readonly Row[]; held: number } {
  const at = anchorId === null ? -1 : rows.findIndex(({ id }) => id === anchorId)
  return at <= 0 ? { shown: rows, held: 0 } : { shown: rows.slice(at), held: at }
}
