import { columnsOf } from '@/lib/catalogue/columns'
import { type Direction, isProductCode } from '@/lib/catalogue/products'

/** The columns that came, those that Vonage's files have in their order, then the others. */
export function orderColumns({
  product,
  direction,
  columns,
}: {
  product: string
  direction: string | null
  columns: readonly string[]
}): string[] {
  const known = isProductCode(product) ? columnsOf(product, direction as Direction | null) : []
  return [
    ...known.filter((column) => columns.includes(column)),
    ...columns.filter((column) => !known.includes(column)),
  ]
}
