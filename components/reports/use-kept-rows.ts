import { useState } from 'react'
import { keepGoneRows } from './kept-rows'

/**
 * Keeps rows where they are that the list has no longer, since a filter no longer lets them through or its order moved them
 * to another page: marked, until another list is asked for or they are sent away.
 *
 * @param list what the rows were asked for with; null while they are another list's
 */
export function useKeptRows<Row extends { id: string }>(
  rows: readonly Row[],
  list: string | null,
  hasMore: boolean,
) {
  const [kept, setKept] = useState<{
    list: string | null
    rows: readonly Row[]
    shown: readonly (Row & { isGone?: true })[]
  }>({ list, rows, shown: rows })
  if (kept.rows !== rows || kept.list !== list) {
    const shown = kept.list === list ? keepGoneRows(kept.shown, rows, hasMore) : rows
    setKept({ list, rows, shown })
  }
  return {
    kept: kept.shown,
    gone: kept.shown.length - kept.rows.length,
    letGo: () => setKept({ list, rows, shown: rows }),
  }
}
