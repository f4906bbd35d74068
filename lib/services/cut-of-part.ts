import { getProduct } from '@/lib/catalogue/products'
import type { CsvCut } from '@/lib/content/csv-cut'
import type { FilePart } from '@/lib/data/reports/list-report-files'

/** What is taken of a part's file, by time and columns; null where it is taken whole. */
export function cutOfPart({ product, kept }: Pick<FilePart, 'product' | 'kept'>): CsvCut | null {
  if (!kept || kept.isWhole) return null
  return {
    column: getProduct(product).dateColumn,
    from: Date.parse(kept.dateStart),
    to: Date.parse(kept.dateEnd),
    leaveOut: kept.leftOut,
  }
}
