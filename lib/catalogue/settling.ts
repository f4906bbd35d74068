import { columnsOf } from './columns'
import type { Direction, ProductCode } from './products'

/** Vonage: a final delivery status comes within minutes, “in rare cases up to 72 hours” after the record. */
export const settlingMs = 72 * 3600_000

/**
 * How long the records of a product may still change, or appear, after their time, in milliseconds. Those with a
 * status get their last one late; those with a duration (calls, sessions) are written only when they are over.
 */
export function settlingTimeOf(product: ProductCode, direction: Direction | null): number {
  const columns = columnsOf(product, direction)
  return columns.includes('status') || columns.includes('duration') ? settlingMs : 0
}
