import { useId } from 'react'
import { useFormContext } from 'react-hook-form'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { type Filter, type FilterName, filters } from '@/lib/catalogue/filters'
import type { Product } from '@/lib/catalogue/products'
import type { ReportFormValues } from './form-values'

/** One filter of the product: a list where Vonage's values are known, a text with suggestions where they are not all. */
export function FilterField({ name, product }: { name: FilterName; product: Product }) {
  const { register, formState } = useFormContext<ReportFormValues>()
  const listId = useId()
  const filter: Filter = filters[name]
  const values = product.values?.[name]
  const isOpen = product.open?.includes(name) ?? false
  const isRequired = product.required?.includes(name) ?? false
  const isDisputed = product.disputed?.includes(name) ?? false
  const field = register(`filters.${name}`)

  return (
    <Field
      label={filter.label}
      required={isRequired}
      error={formState.errors.filters?.[name]?.message}
      hint={
        isDisputed
          ? `${filter.hint} Vonage’s documents disagree on this filter here, so it may be refused.`
          : filter.hint
      }
    >
      {values && !isOpen ? (
        <Select
          {...field}
          placeholder={isRequired ? 'Choose one' : 'Any'}
          options={values.map((value) => ({ value, label: value }))}
        />
      ) : (
        <>
          <Input
            {...field}
            list={values && listId}
            placeholder={values ? 'Any' : filter.example && `for example ${filter.example}`}
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
