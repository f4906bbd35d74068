import type { FilterName } from '@/lib/catalogue/filters'
import type { Direction, ProductCode } from '@/lib/catalogue/products'
import type { Split } from '@/lib/schemas/form-rules'

/** An account and, as typed, the account IDs that are asked about through it. */
export type AccountChoice = { accountId: string; targets: string }

/** The open form, as it stands in its fields: nothing of it need be right yet. */
export type ReportFormValues = {
  formId: string
  accountId: string
  /** As typed, like all text here: a list. */
  targetAccountId: string
  moreAccounts: AccountChoice[]
  product: ProductCode | ''
  moreProducts: ProductCode[]
  /** Null: not chosen, which means both where Vonage doesn't ask. */
  direction: Direction | 'both' | null
  from: string
  to: string
  timeZone: string
  split: Split
  includeSubaccounts: boolean
  filters: Partial<Record<FilterName, string | boolean>>
}
