import { useMemo } from 'react'
import { Controller, useController, useFormContext, useWatch } from 'react-hook-form'
import { useFormat } from '@/components/format/format-context'
import { useNow } from '@/components/format/use-now'
import { Combobox } from '@/components/ui/combobox'
import { DateRangeFields } from '@/components/ui/date-range-fields'
import { Field } from '@/components/ui/field'
import type { ProductCode } from '@/lib/catalogue/products'
import { toDayText } from '@/lib/format/calendar-day'
import { listTimeZones } from '@/lib/format/time-zone'
import { toZonedParts } from '@/lib/format/zoned-parts'
import { reachOf } from '@/lib/schemas/retention'
import { isTimeZone } from '@/lib/schemas/time-zone'
import { chosenProducts, retentionOfAll } from './chosen-products'
import type { ReportFormValues } from './form-values'
import { SplitField } from './split-field'

/** From when to when, and in which zone that is meant. */
export function RangeFields({ words }: { words: string | null }) {
  const { control, formState, trigger } = useFormContext<ReportFormValues>()
  const [timeZone, product, moreProducts] = useWatch<
    ReportFormValues,
    ['timeZone', 'product', 'moreProducts']
  >({ name: ['timeZone', 'product', 'moreProducts'] })
  const from = useController({ control, name: 'from' })
  const to = useController({ control, name: 'to' })
  const { today, reach } = useToday(timeZone, chosenProducts({ product, moreProducts }))
  const zones = useTimeZones(timeZone)

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
        hint={words ?? 'Both days belong to the range: 1 to 30 June is all of the 30th, too.'}
        today={today}
        reach={reach}
      />
      <Controller
        control={control}
        name="timeZone"
        render={({ field, fieldState }) => (
          <Field
            label="Time zone"
            required
            hint="The days above begin and end at midnight of this zone."
            error={fieldState.error?.message}
          >
            <Combobox
              options={zones}
              value={field.value}
              onChange={(value) => {
                field.onChange(value)
                if (formState.isSubmitted) void trigger(['from', 'to'])
              }}
              onBlur={field.onBlur}
              ref={field.ref}
              name="timeZone"
              nothingFound="No zone by this name. Try a large city of that zone."
            />
          </Field>
        )}
      />
      <SplitField />
    </>
  )
}

/** Today in the zone of the range, and how far back from it the products' records go. */
function useToday(timeZone: string, codes: readonly ProductCode[]) {
  const now = useNow(60_000)
  const own = useFormat().timeZone
  const zone = isTimeZone(timeZone) ? timeZone : own
  const { year, month, day } = toZonedParts(now, zone)
  return {
    today: toDayText(year, month, day),
    reach: reachOf(new Date(now), zone, retentionOfAll(codes)),
  }
}

/** The runtime's zones, and the person's own, which may go by an older name that the list leaves out. */
function useTimeZones(current: string) {
  const { timeZone: own, renderedAt } = useFormat()
  return useMemo(() => {
    const known = listTimeZones(renderedAt)
    const missing = [...new Set([own, current])].filter(
      (zone) => isTimeZone(zone) && !known.some(({ value }) => value === zone),
    )
    return [
      ...missing.map((zone) => ({
        value: zone,
        label: zone.replaceAll('_', ' '),
        description: 'Your browser’s zone',
        group: 'Yours',
      })),
      ...known,
    ]
  }, [own, current, renderedAt])
}
