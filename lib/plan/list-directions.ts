import { type Direction, getProduct, type ProductCode } from '@/lib/catalogue/products'

/** One request for each, where Vonage wants one; no direction means both. */
export function listDirections(
  code: ProductCode,
  chosen: readonly Direction[],
): (Direction | null)[] {
  const once = [...new Set(chosen)]
  const rule = getProduct(code).direction
  if (rule === 'required' && once.length > 0) return once
  return rule === 'optional' && once.length === 1 ? once : [null]
}
