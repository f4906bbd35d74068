import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { Badge } from '@/components/ui/badge'
import { type FilterName, filters } from '@/lib/catalogue/filters'
import { getProduct, type ProductCode } from '@/lib/catalogue/products'
import { filtersOfAll } from './chosen-products'
import { FilterField } from './filter-field'
import type { ReportFormValues } from './form-values'

const first: readonly FilterName[] = ['status', 'from', 'to']

/** Which records: the filters that are used most, and the products' others folded, counted when set. */
export function FilterFields({ codes }: { codes: readonly ProductCode[] }) {
  const required = new Set(codes.flatMap((code) => getProduct(code).required ?? []))
  const texts = filtersOfAll(codes).filter((name) => filters[name].kind === 'text')
  const isUpFront = (name: FilterName) => first.includes(name) || required.has(name)
  const upFront = texts.filter(isUpFront)
  const folded = texts.filter((name) => !isUpFront(name))

  if (texts.length === 0) {
    const names = codes.map((code) => getProduct(code).name).join(', ')
    return (
      <p className="text-ink-2">
        {names} {codes.length === 1 ? 'has' : 'have'} no filters: a report holds all records of its
        range.
      </p>
    )
  }
  return (
    <>
      {upFront.length > 0 && (
        <div className="grid items-start gap-4 sm:grid-cols-2">
          {upFront.map((name) => (
            <FilterField key={name} name={name} codes={codes} />
          ))}
        </div>
      )}
      {folded.length > 0 && <FoldedFilters names={folded} codes={codes} />}
    </>
  )
}

function FoldedFilters({ names, codes }: { names: FilterName[]; codes: readonly ProductCode[] }) {
  const { formState } = useFormContext<ReportFormValues>()
  const values = useWatch<ReportFormValues, 'filters'>({ name: 'filters' })
  const set = names.filter((name) => values[name]).length
  const isWrong = names.some((name) => formState.errors.filters?.[name])
  const [isOpen, setOpen] = useState(set > 0)

  return (
    <details
      open={isOpen || isWrong}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="group"
    >
      <summary className="-mx-1 inline-flex list-none items-center gap-1.5 rounded-md px-1 py-1 font-medium text-sm hover:bg-hover [&::-webkit-details-marker]:hidden">
        <ChevronRight
          aria-hidden
          className="size-4 text-ink-2 transition-transform duration-120 group-open:rotate-90"
        />
        {names.length === 1 ? 'One more filter' : `${names.length} more filters`}
        {set > 0 && <Badge>{set} set</Badge>}
      </summary>
      <div className="grid items-start gap-4 pt-4 sm:grid-cols-2">
        {names.map((name) => (
          <FilterField key={name} name={name} codes={codes} />
        ))}
      </div>
    </details>
  )
}
