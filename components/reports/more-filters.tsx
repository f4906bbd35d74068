'use client'

import { Checkbox } from '@/components/ui/checkbox'
import { DisclosureMenu } from '@/components/ui/disclosure-menu'
import { countFilters, type ReportFilter } from '@/lib/schemas/report-list'
import type { FilterNames } from './filter-choices'
import { FilterDay } from './filter-day'

/** The filters that are needed less often: days, and who asked. */
export function MoreFilters({
  input,
  people,
  onFilter,
}: {
  input: ReportFilter
  people: FilterNames['people']
  onFilter: (change: Partial<ReportFilter>) => void
}) {
  const { person, created, createdTo, from, to } = input
  const count = countFilters({ person, created, createdTo, from, to })
  return (
    <DisclosureMenu
      group="filters"
      align="end"
      label={
        <span>
          More
          {count > 0 && <span className="font-normal text-ink-2 tabular-nums">: {count}</span>}
        </span>
      }
    >
      <div className="grid grid-cols-2 gap-3">
        <FilterDay label="Asked from" name="created" input={input} onFilter={onFilter} />
        <FilterDay label="Asked to" name="createdTo" input={input} onFilter={onFilter} />
        <FilterDay label="Records from" name="from" input={input} onFilter={onFilter} />
        <FilterDay label="Records to" name="to" input={input} onFilter={onFilter} />
        <fieldset className="col-span-2 grid gap-2">
          <legend className="pb-1.5 font-medium">Asked by</legend>
          {people.map(({ id, name }) => (
            <Checkbox
              key={id}
              name="person"
              value={id}
              label={name}
              checked={person.includes(id)}
              onChange={({ target }) =>
                onFilter({
                  person: target.checked ? [...person, id] : person.filter((one) => one !== id),
                })
              }
            />
          ))}
        </fieldset>
      </div>
    </DisclosureMenu>
  )
}
