import type { FilterName } from '@/lib/catalogue/filters'
import type { Direction, ProductCode } from '@/lib/catalogue/products'

/** The open form, as it stands in its fields: nothing of it need be right yet. */
export type ReportFormValues = {
  formId: string
  accountId: string
  targetAccountId: string
  product: ProductCode | ''
  direction: Direction | null
  /** As typed, like all text here. */
  from: string
  to: string
  timeZone: string
  includeSubaccounts: boolean
  filters: Partial<Record<FilterName, string | boolean>>
}
