import { useFormContext, useWatch } from 'react-hook-form'
import { Checkbox } from '@/components/ui/checkbox'
import { filters } from '@/lib/catalogue/filters'
import { chosenProducts, filtersOfAll } from './chosen-products'
import type { ReportFormValues } from './form-values'

/** What else the report may hold, each with what ticking it means. */
export function OptionFields() {
  const { register } = useFormContext<ReportFormValues>()
  const [product, moreProducts, direction] = useWatch<
    ReportFormValues,
    ['product', 'moreProducts', 'direction']
  >({ name: ['product', 'moreProducts', 'direction'] })
  const has = filtersOfAll(chosenProducts({ product, moreProducts }))

  return (
    <div className="grid gap-3">
      {has.includes('include_message') && (
        <Checkbox
          {...register('filters.include_message')}
          label={filters.include_message.label}
          hint="Adds the text of each message. The texts then leave Vonage and are kept here, and whoever may download the file can read them."
        />
      )}
      {has.includes('show_concatenated') && direction !== 'inbound' && (
        <Checkbox
          {...register('filters.show_concatenated')}
          label={filters.show_concatenated.label}
          hint={filters.show_concatenated.hint}
        />
      )}
      <Checkbox
        {...register('includeSubaccounts')}
        label="Include subaccounts"
        hint="Adds the records of every sub-account. Each of them is billed, too."
      />
    </div>
  )
}
