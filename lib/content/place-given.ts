import type { CsvCut } from './csv-cut'
import { placeColumns } from './unite-columns'

/** For each wanted column its place in a file; -1 where the file has none, or where it is left out. */
export function placeGiven(
  wanted: readonly string[],
  columns: readonly string[],
  cut: CsvCut | undefined,
): number[] {
  return placeColumns(wanted, columns).map((place) =>
    cut?.leaveOut?.includes(columns[place] ?? '') ? -1 : place,
  )
}
