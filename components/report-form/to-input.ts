import type { CreateReportInput } from '@/lib/schemas/create-report'
import type { ReportFormValues } from './form-values'

/** What is sent of the form: one account, one product, at most one direction, asked for anew. */
export function toInput(values: ReportFormValues): Record<keyof CreateReportInput, unknown> {
  const { accountId, targetAccountId, product, direction, ...same } = values
  return {
    ...same,
    accounts: [{ accountId, targets: [targetAccountId] }],
    products: [product],
    directions: direction ? [direction] : [],
    split: 'none',
    reuse: 'all',
    seen: null,
    passBudget: false,
  }
}

/** The form that asks for the first of what a report asked for. */
export function fromInput(input: CreateReportInput): ReportFormValues {
  const { formId, from, to, timeZone, includeSubaccounts } = input
  return {
    formId,
    accountId: input.accounts[0]?.accountId ?? '',
    targetAccountId: input.accounts[0]?.targets[0] ?? '',
    product: input.products[0] ?? '',
    direction: input.directions.length === 1 ? (input.directions[0] ?? null) : null,
    from,
    to,
    timeZone,
    includeSubaccounts,
    filters: Object.fromEntries(
      Object.entries(input.filters).map(([name, value]) => [
        name,
        Array.isArray(value) ? (value[0] ?? '') : value,
      ]),
    ),
  }
}

/** The form's field that an error of what was sent belongs to. */
export function toFieldPath(path: string): string {
  const [head = ''] = path.split('.')
  if (head === 'accounts') return path.includes('targets') ? 'targetAccountId' : 'accountId'
  if (head === 'products') return 'product'
  return head === 'directions' ? 'direction' : path
}
