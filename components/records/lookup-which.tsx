import { Controller, useFormContext, useWatch } from 'react-hook-form'
import { Checkbox } from '@/components/ui/checkbox'
import { RadioGroup } from '@/components/ui/radio-group'
import { filters } from '@/lib/catalogue/filters'
import { filtersOf } from '@/lib/catalogue/products'
import { LookupFilters } from './lookup-filters'
import { LookupIds } from './lookup-ids'
import { LookupRange } from './lookup-range'
import type { LookupValues } from './lookup-values'
import { useLookupPlan } from './use-lookup-plan'

const ways = [
  { value: 'ids', label: 'By ids' },
  { value: 'dates', label: 'By dates' },
] as const

/** Which of the records: by their ids, or by dates and filters; and what comes with them. */
export function LookupWhich({ mayReadTexts }: { mayReadTexts: boolean }) {
  const { control, register, formState } = useFormContext<LookupValues>()
  const [by, product, direction] = useWatch<LookupValues, ['by', 'product', 'direction']>({
    name: ['by', 'product', 'direction'],
  })
  const plan = useLookupPlan()
  const has = product === '' ? [] : filtersOf(product)
  const calls = plan?.steps.length ?? 0
  return (
    <>
      <Controller
        control={control}
        name="by"
        render={({ field }) => (
          <RadioGroup
            segmented
            label="Which records"
            options={ways}
            value={field.value}
            onChange={field.onChange}
          />
        )}
      />
      {by === 'ids' ? <LookupIds plan={plan} /> : <LookupRange plan={plan} />}
      {by === 'dates' && product !== '' && <LookupFilters product={product} />}
      {has.includes('include_message') && mayReadTexts && (
        <Checkbox
          {...register('filters.include_message')}
          label={filters.include_message.label}
          hint="Adds the text of each message. The texts are kept here; only those who may read texts see them."
        />
      )}
      {has.includes('show_concatenated') && direction !== 'inbound' && (
        <Checkbox
          {...register('filters.show_concatenated')}
          label={filters.show_concatenated.label}
          hint={filters.show_concatenated.hint}
        />
      )}
      {calls > 1 && (
        <Checkbox
          {...register('inSteps')}
          label={`Ask in ${calls} calls, one after the other`}
          hint="The first one is made now; each further one when you ask for it, and each is billed by what it brings."
          error={formState.errors.inSteps?.message}
        />
      )}
    </>
  )
}
