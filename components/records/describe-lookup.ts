import { productTitle } from '@/lib/catalogue/products'
import type { LookupState, LookupView } from '@/lib/schemas/record-lookup'

/** What a look-up is about: “SMS outbound · 41 ids”. */
export function describeLookup({ product, direction, by, ids }: LookupView): string {
  const what = productTitle(product, direction)
  return by === 'ids' ? `${what} · ${ids} ${ids === 1 ? 'id' : 'ids'}` : `${what} · by dates`
}

export const lookupStateWords: Record<LookupState, string> = {
  partial: 'More can be fetched',
  done: 'Complete',
  failed: 'Refused',
  doubtful: 'Answer lost',
  fetching: 'Being fetched',
}
