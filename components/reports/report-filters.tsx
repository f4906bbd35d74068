'use client'

import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Input } from '@/components/ui/input'
import { paths } from '@/lib/paths'
import { countFilters, type ListReportsInput, type ReportFilter } from '@/lib/schemas/report-list'
import { type FilterNames, productChoices, stateChoices } from './filter-choices'
import { FilterMenu } from './filter-menu'
import { inPlace } from './list-link'
import { MoreFilters } from './more-filters'

const typingPause = 300

/**
 * Search and filters. With JavaScript each takes effect at once, what is typed after a pause or with Enter; without,
 * it is a plain form with a button.
 */
export function ReportFilters({
  input,
  names,
  onFilter,
  onClear,
}: {
  input: ListReportsInput
  names: FilterNames
  onFilter: (change: Partial<ReportFilter>) => void
  onClear: () => void
}) {
  const [text, setText] = useState(input.q)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const search = (q: string) => {
    clearTimeout(timer.current)
    if (q !== input.q) onFilter({ q })
  }
  // The URL may change without this field: by Back, or by “Clear filters”.
  useEffect(() => setText(input.q), [input.q])
  useEffect(() => () => clearTimeout(timer.current), [])
  return (
    <search className="min-w-0 flex-1 max-sm:basis-full">
      <form
        action={paths.reports}
        onSubmit={(event) => {
          event.preventDefault()
          search(text.trim())
          // Enter within a day: it is read when its field is left.
          const at = document.activeElement
          if (at instanceof HTMLElement && at.getAttribute('type') === 'text') at.blur()
        }}
        className="relative flex flex-wrap gap-2"
      >
        <div className="relative min-w-40 flex-1 max-sm:basis-full sm:max-w-80">
          <Search
            aria-hidden
            className="pointer-events-none absolute inset-y-0 left-2.5 my-auto size-4 text-ink-2"
          />
          <Input
            type="search"
            name="q"
            aria-label="Search reports"
            placeholder="Search"
            maxLength={200}
            value={text}
            onChange={(event) => {
              const q = event.target.value
              setText(q)
              clearTimeout(timer.current)
              timer.current = setTimeout(() => search(q.trim()), typingPause)
            }}
            className="pl-8"
          />
        </div>
        <FilterMenu
          label="Product"
          name="product"
          choices={productChoices}
          chosen={input.product}
          onChoose={(product) => onFilter({ product })}
        />
        <FilterMenu
          label="State"
          name="state"
          choices={stateChoices}
          chosen={input.state}
          onChoose={(state) => onFilter({ state })}
        />
        <FilterMenu
          label="Account"
          name="account"
          choices={names.accounts.map(({ id, label }) => ({ value: id, label }))}
          chosen={input.account}
          onChoose={(account) => onFilter({ account })}
        />
        <MoreFilters input={input} people={names.people} onFilter={onFilter} />
        {input.sort !== 'created' && <input type="hidden" name="sort" value={input.sort} />}
        {input.order && <input type="hidden" name="order" value={input.order} />}
        {countFilters(input) > 0 && (
          <a
            href={paths.reports}
            onClick={inPlace(onClear)}
            className="self-center px-1 text-ink-2 underline-offset-2 hover:text-ink hover:underline"
          >
            Clear
          </a>
        )}
        {/* Without one, Enter does nothing in a form of several fields. */}
        <button type="submit" hidden />
        <noscript>
          <Button type="submit">Show</Button>
        </noscript>
      </form>
    </search>
  )
}
