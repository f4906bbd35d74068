import { randomUUID } from 'node:crypto'
import type { StartLookupInput } from '@/lib/schemas/record-lookup'

/** A look-up of two ids, for a test to change. */
export function lookupForm(
  accountId: string,
  fields: Partial<StartLookupInput> = {},
): StartLookupInput {
  return {
    formId: randomUUID(),
    accountId,
    targetAccountId: 'abcd1234',
    product: 'SMS',
    direction: 'outbound',
    by: 'ids',
    ids: 'id-1 id-2',
    from: '',
    to: '',
    timeZone: 'UTC',
    filters: {},
    splitDays: false,
    inSteps: true,
    passBudget: false,
    ...fields,
  }
}
