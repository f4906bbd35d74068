import type { SpendingFilter } from '@/lib/schemas/spending'

/** The filter as the part of an address after the path; empty for no filter. */
export function spendingQuery(filter: Partial<SpendingFilter>): string {
  const set = Object.entries(filter).filter(([, value]) => value)
  return set.length > 0 ? `?${new URLSearchParams(set)}` : ''
}
