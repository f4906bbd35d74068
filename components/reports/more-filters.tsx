'use client'

import { ListFilter } from 'lucide-react'
import { buttonClass } from '@/components/ui/button-class'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { countFilters, type ReportFilter } from '@/lib/schemas/reports'
import { FilterDay } from './filter-day'
import type { FilterChoices } from './report-filters'

/** The filters that are needed less often. A native disclosure: it opens without JavaScript, too. */
export function MoreFilters({
  input,
  choices,
  onFilter,
}: {
  input: ReportFilter
  choices: FilterChoices
  onFilter: (change: Partial<ReportFilter>) => void
}) {
  const { account, person, created, createdTo, from, to } = input
  const inside = {
    q: '',
    state: null,
    product: null,
    account,
    person,
    created,
    createdTo,
    from,
    to,
  }
  const count = countFilters(inside)
  return (
    <details
      className="xl:relative"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.currentTarget.open = false
        event.currentTarget.querySelector('summary')?.focus()
      }}
    >
      <summary
        className={buttonClass(
          'secondary',
          'md',
          'cursor-pointer list-none [&::-webkit-details-marker]:hidden',
        )}
      >
        <ListFilter aria-hidden />
        Filters
        {count > 0 && <span className="tabular-nums">({count})</span>}
      </summary>
      <div className="pop absolute top-full z-30 max-xl:right-0 xl:left-0 mt-1.5 grid w-80 max-w-[calc(100vw-2rem)] grid-cols-2 gap-3 p-3">
        <div className="col-span-2">
          <Field label="Account">
            <Select
              name="account"
              value={account ?? ''}
              onChange={({ target }) => onFilter({ account: target.value || null })}
              placeholder="All accounts"
              options={choices.accounts.map(({ id, label }) => ({ value: id, label }))}
            />
          </Field>
        </div>
        <div className="col-span-2">
          <Field label="Asked by">
            <Select
              name="person"
              value={person ?? ''}
              onChange={({ target }) => onFilter({ person: target.value || null })}
              placeholder="Everybody"
              options={choices.people.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
        </div>
        <FilterDay label="Asked from" name="created" input={input} onFilter={onFilter} />
        <FilterDay label="Asked to" name="createdTo" input={input} onFilter={onFilter} />
        <FilterDay label="Records from" name="from" input={input} onFilter={onFilter} />
        <FilterDay label="Records to" name="to" input={input} onFilter={onFilter} />
      </div>
    </details>
  )
}
