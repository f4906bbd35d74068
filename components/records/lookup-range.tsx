import { useController, useFormContext, useWatch } from 'react-hook-form'
import { useFormat } from '@/components/format/format-context'
import { useNow } from '@/components/format/use-now'
import { Checkbox } from '@/components/ui/checkbox'
import { DateRangeFields } from '@/components/ui/date-range-fields'
import { getProduct } from '@/lib/catalogue/products'
import { toDayText } from '@/lib/format/calendar-day'
import { toZonedParts } from '@/lib/format/zoned-parts'
import type { PlannedLookup } from '@/lib/plan/plan-lookup'
import { reachOf } from '@/lib/schemas/retention'
import type { LookupValues } from './lookup-values'

/** From when to when, in the reader's time zone, and whether a long range is cut at once. */
export function LookupRange({ plan }: { plan: PlannedLookup | null }) {
  const { control, register } = useFormContext<LookupValues>()
  const product = useWatch<LookupValues, 'product'>({ name: 'product' })
  const from = useController({ control, name: 'from' })
  const to = useController({ control, name: 'to' })
  const { timeZone } = useFormat()
  const now = useNow(60_000)
  const { year, month, day } = toZonedParts(now, timeZone)
  const retentionDays = product === '' ? undefined : getProduct(product).retentionDays
  return (
    <>
      <DateRangeFields
        required
        value={{ from: from.field.value, to: to.field.value }}
        onChange={(range) => {
          if (range.from !== from.field.value) from.field.onChange(range.from)
          if (range.to !== to.field.value) to.field.onChange(range.to)
        }}
        onBlur={(field) => (field === 'from' ? from.field.onBlur() : to.field.onBlur())}
        errors={{ from: from.fieldState.error?.message, to: to.fieldState.error?.message }}
        hint={`Both days belong to it, ${timeZone.replaceAll('_', ' ')}. A time may be added: 2026-10-01 13:30.`}
        today={toDayText(year, month, day)}
        reach={reachOf(new Date(now), timeZone, retentionDays)}
      />
      {plan?.isLong && (
        <Checkbox
          {...register('splitDays')}
          label="In steps of 24 hours"
          hint="Vonage may take no more than 24 hours in one call; its documents disagree. If it refuses, nothing is billed, and you can split it then."
        />
      )}
    </>
  )
}
