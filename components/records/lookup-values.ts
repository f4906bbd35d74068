import { presetAccount } from '@/components/report-form/default-values'
import type { FilterName } from '@/lib/catalogue/filters'
import { type Direction, getProduct, type ProductCode } from '@/lib/catalogue/products'
import { formatTypedDate, parseTypedDate } from '@/lib/format/typed-date'
import type { AccountView } from '@/lib/schemas/views'

/** The open form, as it stands in its fields. */
export type LookupValues = {
  formId: string
  accountId: string
  targetAccountId: string
  product: ProductCode | ''
  direction: Direction | null
  by: 'ids' | 'dates'
  ids: string
  from: string
  to: string
  timeZone: string
  filters: Partial<Record<FilterName, string | boolean>>
  splitDays: boolean
  inSteps: boolean
  passBudget: boolean
}

/** A new form: the account that was used last, and by ids, which is the narrowest question. */
export function makeLookupValues(
  formId: string,
  accounts: readonly AccountView[],
  timeZone: string,
): LookupValues {
  const account = presetAccount(accounts)
  return {
    formId,
    accountId: account?.id ?? '',
    targetAccountId: account?.apiKey ?? '',
    product: '',
    direction: null,
    by: 'ids',
    ids: '',
    from: '',
    to: '',
    timeZone,
    filters: {},
    splitDays: false,
    inSteps: false,
    passBudget: false,
  }
}

/** What is sent: dates as they are meant, however they were typed; nothing that is another product's. */
export function toLookupInput(values: LookupValues): unknown {
  const { product, direction } = values
  const hasDirection = product !== '' && getProduct(product).direction !== 'invalid'
  return {
    ...values,
    direction: hasDirection ? direction : null,
    from: toCanonical(values.from),
    to: toCanonical(values.to),
  }
}

function toCanonical(text: string): string {
  const date = parseTypedDate(text)
  return date.ok ? formatTypedDate(date) : text
}
