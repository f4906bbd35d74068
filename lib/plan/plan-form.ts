import type { CreateReportInput } from '@/lib/schemas/create-report'

/** The form, also while it is being filled in. */
export type PlanForm = Pick<
  CreateReportInput,
  | 'accounts'
  | 'products'
  | 'directions'
  | 'from'
  | 'to'
  | 'timeZone'
  | 'split'
  | 'includeSubaccounts'
  | 'filters'
>
