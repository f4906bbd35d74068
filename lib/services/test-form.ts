import { randomUUID } from 'node:crypto'
import type { CreateReportInput } from '@/lib/schemas/create-report'

/** `YYYY-MM-DD`, so many days ago. */
export function daysAgo(days: number): string {
  return new Date(Date.now() - days * 24 * 3600_000).toISOString().slice(0, 10)
}

/** A form as a person fills it in: two days of SMS of an account's own key, all asked for. */
export function reportForm(
  accountId: string,
  fields: Partial<CreateReportInput> = {},
): CreateReportInput {
  return {
    formId: randomUUID(),
    accounts: [{ accountId, targets: ['abcd1234'] }],
    products: ['SMS'],
    directions: ['outbound'],
    from: daysAgo(3),
    to: daysAgo(2),
    timeZone: 'UTC',
    split: 'none',
    includeSubaccounts: false,
    filters: {},
    reuse: 'all',
    seen: null,
    passBudget: false,
    ...fields,
  }
}
