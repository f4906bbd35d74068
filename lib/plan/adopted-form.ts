import type { Direction, ProductCode } from '@/lib/catalogue/products'
import type { CreateReportInput } from '@/lib/schemas/create-report'

type Adopted = {
  formId: string
  accountId: string
  targetAccountId: string
  product: ProductCode
  direction: Direction | null
  dateStart: Date
  dateEnd: Date
  includeSubaccounts: boolean
  filters: Record<string, string | boolean>
}

/** The form that would have asked for a report made elsewhere, so that it can be duplicated like any other. */
export function adoptedForm(report: Adopted): CreateReportInput {
  return {
    formId: report.formId,
    accounts: [{ accountId: report.accountId, targets: [report.targetAccountId] }],
    products: [report.product],
    directions: report.direction ? [report.direction] : [],
    from: toTyped(report.dateStart),
    to: toTyped(report.dateEnd),
    timeZone: 'UTC',
    split: 'none',
    includeSubaccounts: report.includeSubaccounts,
    filters: report.filters,
    reuse: 'kept',
    seen: null,
    passBudget: false,
  }
}

/** As it would be typed; a moment of the day's beginning with its time, too: the end is left out. */
function toTyped(date: Date): string {
  const iso = date.toISOString()
  const seconds = iso.slice(17, 19)
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)}${seconds === '00' ? '' : `:${seconds}`}`
}
