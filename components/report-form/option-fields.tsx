import { useFormContext, useWatch } from 'react-hook-form'
import { Checkbox } from '@/components/ui/checkbox'
import { filters } from '@/lib/catalogue/filters'
import type { AccountView } from '@/lib/schemas/views'
import { chosenProducts, filtersOfAll } from './chosen-products'
import type { ReportFormValues } from './form-values'
import { IncludeSubaccounts } from './include-subaccounts'
import type { AskSubaccounts } from './use-subaccounts'

/** What else the report may hold, each with what ticking it means. */
export function OptionFields({
  accounts,
  askSubaccounts,
}: {
  accounts: readonly AccountView[]
  askSubaccounts: AskSubaccounts
}) {
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
      <IncludeSubaccounts accounts={accounts} ask={askSubaccounts} />
    </div>
  )
}
