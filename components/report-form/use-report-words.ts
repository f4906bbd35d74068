import { type Control, useWatch } from 'react-hook-form'
import { useNow } from '@/components/format/use-now'
import type { ProductCode } from '@/lib/catalogue/products'
import type { CreateReportInput } from '@/lib/schemas/create-report'
import { formatRange } from '@/lib/schemas/dates'
import type { AccountView } from '@/lib/schemas/views'
import { checkRange } from './check-range'
import { describeCost, describeReport } from './describe-report'
import type { ReportFormValues } from './form-values'
import { prepareValues } from './prepare-values'

/** What the open form says at this moment, in words that follow each key. */
export function useReportWords(
  control: Control<ReportFormValues, unknown, CreateReportInput>,
  accounts: readonly AccountView[],
): {
  product: ProductCode | ''
  range: string | null
  clipped: boolean
  sentence: string | null
  cost: string
} {
  const values = prepareValues(useWatch({ control }) as ReportFormValues)
  const now = useNow(60_000)
  const range = checkRange(values, new Date(now))
  const words = range?.ok ? formatRange(range, values.timeZone, 'en-GB') : null
  const account = accounts.find(({ id }) => id === values.accountId)
  return {
    product: values.product,
    range: words,
    clipped: range?.ok === true && range.clippedToNow,
    sentence: describeReport(values, account, words),
    cost: describeCost(values, account),
  }
}
