import { type ResolvedRange, resolveRange } from '@/lib/schemas/dates'
import { chosenProducts, retentionOfAll } from './chosen-products'
import type { ReportFormValues } from './form-values'

/**
 * The moments that the typed range stands for, or what is wrong with it; null as long as one of the two dates
 * is missing, which the schema reports.
 *
 * @param now on the server's clock
 */
export function checkRange(values: ReportFormValues, now: Date): ResolvedRange | null {
  const { from, to, timeZone } = values
  if (from.trim() === '' || to.trim() === '') return null
  const retentionDays = retentionOfAll(chosenProducts(values))
  return resolveRange({ from, to, timeZone, now, retentionDays })
}
