import { type FilterName, filters } from '@/lib/catalogue/filters'
import type { CreateReportInput } from '@/lib/schemas/create-report'
import { splitValues } from '@/lib/schemas/split-values'
import { chosenProducts } from './chosen-products'
import type { AccountChoice, ReportFormValues } from './form-values'

/** What is sent of the form; the schema says what is wrong with it. What is paid for already is used, unless told. */
export function toInput(values: ReportFormValues): CreateReportInput {
  const { formId, from, to, timeZone, split, includeSubaccounts, direction } = values
  return {
    formId,
    accounts: [
      { accountId: values.accountId, targets: values.targetAccountId },
      ...values.moreAccounts,
    ].map(({ accountId, targets }) => ({
      accountId,
      targets: splitValues(targets, 'words').values,
    })),
    products: chosenProducts(values),
    directions: direction === 'both' ? ['inbound', 'outbound'] : direction ? [direction] : [],
    from,
    to,
    timeZone,
    split,
    includeSubaccounts,
    filters: Object.fromEntries(
      Object.entries(values.filters).map(([name, value]) => [name, toFilter(name, value)]),
    ),
    reuse: 'kept',
    seen: null,
    passBudget: false,
  }
}

/** The form that asks for what a report asked for. */
export function fromInput(input: CreateReportInput): ReportFormValues {
  const { formId, from, to, timeZone, split, includeSubaccounts, directions } = input
  const [first, ...moreAccounts] = input.accounts.map(
    ({ accountId, targets }): AccountChoice => ({ accountId, targets: targets.join('\n') }),
  )
  const [product = '' as const, ...moreProducts] = input.products
  return {
    formId,
    accountId: first?.accountId ?? '',
    targetAccountId: first?.targets ?? '',
    moreAccounts,
    product,
    moreProducts,
    direction: directions.length > 1 ? 'both' : (directions[0] ?? null),
    from,
    to,
    timeZone,
    split,
    includeSubaccounts,
    filters: Object.fromEntries(
      Object.entries(input.filters).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join('\n') : value,
      ]),
    ),
  }
}

/** The form's field that an error of what was sent belongs to. */
export function toFieldPath(path: string): string {
  const [head = '', index, ...rest] = path.split('.')
  if (head === 'accounts') {
    const field = rest[0] === 'targets' ? 'targets' : 'accountId'
    if (index !== undefined && index !== '0') return `moreAccounts.${Number(index) - 1}.${field}`
    return field === 'targets' ? 'targetAccountId' : 'accountId'
  }
  if (head === 'products') return index === undefined || index === '0' ? 'product' : 'moreProducts'
  if (head === 'directions') return 'direction'
  return head === 'filters' && index !== undefined ? `filters.${index}` : path
}

function toFilter(name: string, value: string | boolean) {
  if (typeof value === 'boolean') return value
  // Vonage compares exactly, and writes countries in capitals.
  const text = name === 'country' ? value.toUpperCase() : value
  const { values } = splitValues(text, listKind(name as FilterName))
  return values.length > 1 ? values : (values[0] ?? '')
}

function listKind(name: FilterName) {
  const filter = filters[name]
  return 'list' in filter ? filter.list : undefined
}
