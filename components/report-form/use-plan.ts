import { useMemo } from 'react'
import { type Control, useWatch } from 'react-hook-form'
import { useNow } from '@/components/format/use-now'
import type { ProductCode } from '@/lib/catalogue/products'
import { planRequests } from '@/lib/plan/plan-requests'
import type { PlannedRequest } from '@/lib/plan/planned-request'
import type { CreateReportInput } from '@/lib/schemas/create-report'
import { formatRange } from '@/lib/schemas/dates'
import type { AccountView } from '@/lib/schemas/views'
import { checkRange } from './check-range'
import { chosenProducts } from './chosen-products'
import { describeCost, describeReport } from './describe-report'
import type { ReportFormValues } from './form-values'
import { prepareValues } from './prepare-values'
import { toInput } from './to-input'
import type { Schema } from './use-schema'

/** What the open form comes to at this moment: in words, as requests, and as what would be sent. */
export type FormPlan = {
  products: ProductCode[]
  range: string | null
  clipped: boolean
  sentence: string | null
  cost: string
  /** None while the form can't be planned. */
  requests: PlannedRequest[]
  /** Null while something is missing or wrong. */
  input: CreateReportInput | null
}

/** Follows each key. @param schema null while it is not there: nothing is planned then */
export function usePlan(
  control: Control<ReportFormValues, unknown, CreateReportInput>,
  accounts: readonly AccountView[],
  schema: Schema | null,
): FormPlan {
  const watched = useWatch({ control }) as ReportFormValues
  const now = useNow(60_000)
  return useMemo(() => {
    const values = prepareValues(watched)
    const at = new Date(now)
    const range = checkRange(values, at)
    const words = range?.ok ? formatRange(range, values.timeZone, 'en-GB') : null
    const input = toInput(values)
    const parsed = schema?.safeParse(input)
    const { requests, fieldErrors } = parsed?.success
      ? planRequests(parsed.data, { accounts, now: at })
      : { requests: [], fieldErrors: {} }
    return {
      products: chosenProducts(values),
      range: words,
      clipped: range?.ok === true && range.clippedToNow,
      sentence: describeReport(values, accounts, words),
      cost: describeCost(values, accounts),
      requests,
      input: parsed?.success && Object.keys(fieldErrors).length === 0 ? parsed.data : null,
    }
  }, [watched, now, accounts, schema])
}
