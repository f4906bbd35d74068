import type { AuditFilter } from '@/lib/schemas/audit'

/** The filter as the part of an address after the path; empty for no filter. */
export function auditQuery(filter: Partial<AuditFilter>): string {
  const set = Object.entries(filter).filter(([, value]) => value)
  return set.length > 0 ? `?${new URLSearchParams(set)}` : ''
}
