import { useId } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { Textarea } from '@/components/ui/textarea'
import type { FilterName } from '@/lib/catalogue/filters'
import type { ProductCode } from '@/lib/catalogue/products'
import { filterChoices } from './filter-choices'
import type { ReportFormValues } from './form-values'
import { ListCount } from './list-count'

/**
 * One filter: a choice where Vonage's values are known, a text with suggestions where they are not all, and room for a
 * list where people have lists.
 */
export function FilterField({ name, codes }: { name: FilterName; codes: readonly ProductCode[] }) {
  const { register, formState } = useFormContext<ReportFormValues>()
  const typed = useWatch<ReportFormValues, `filters.${FilterName}`>({ name: `filters.${name}` })
  const listId = useId()
  const { filter, values, isClosed, isRequired, notes } = filterChoices(name, codes)
  const field = register(`filters.${name}`)
  const placeholder = values ? 'Any' : filter.example && `for example ${filter.example}`

  return (
    <Field
      label={filter.label}
      required={isRequired}
      error={formState.errors.filters?.[name]?.message}
      hint={
        <>
          {[filter.hint, ...notes].join(' ')}
          {filter.list && <ListCount text={String(typed ?? '')} list={filter.list} />}
        </>
      }
    >
      {values && isClosed ? (
        <Select
          {...field}
          placeholder={isRequired ? 'Choose one' : 'Any'}
          options={values.map((value) => ({ value, label: value }))}
        />
      ) : filter.list ? (
        <Textarea {...field} placeholder={placeholder} autoComplete="off" spellCheck={false} />
      ) : (
        <>
          <Input
            {...field}
            list={values ? listId : undefined}
            placeholder={placeholder}
            autoComplete="off"
            spellCheck={false}
          />
          {values && (
            <datalist id={listId}>
              {values.map((value) => (
                <option key={value} value={value} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  )
}
