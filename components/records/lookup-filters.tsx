import { useId } from 'react'
import { useFormContext } from 'react-hook-form'
import { filterChoices } from '@/components/report-form/filter-choices'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { type FilterName, filters } from '@/lib/catalogue/filters'
import { filtersOf, type ProductCode } from '@/lib/catalogue/products'
import type { LookupValues } from './lookup-values'

/** The filters of a product: one value each, compared exactly. */
export function LookupFilters({ product }: { product: ProductCode }) {
  const names = filtersOf(product).filter((name) => filters[name].kind === 'text')
  if (names.length === 0) return null
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      {names.map((name) => (
        <LookupFilter key={name} name={name} product={product} />
      ))}
    </div>
  )
}

function LookupFilter({ name, product }: { name: FilterName; product: ProductCode }) {
  const { register, formState } = useFormContext<LookupValues>()
  const listId = useId()
  const { filter, values, isClosed, isRequired, notes } = filterChoices(name, [product])
  const field = register(`filters.${name}`)
  return (
    <Field
      label={filter.label}
      required={isRequired}
      error={formState.errors.filters?.[name]?.message}
      hint={[filter.hint, ...notes].join(' ')}
    >
      {values && isClosed ? (
        <Select
          {...field}
          placeholder={isRequired ? 'Choose one' : 'Any'}
          options={values.map((value) => ({ value, label: value }))}
        />
      ) : (
        <>
          <Input
            {...field}
            list={values ? listId : undefined}
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
