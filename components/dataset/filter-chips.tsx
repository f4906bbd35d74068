'use client'

import { X } from 'lucide-react'
import { useFormat } from '@/components/format/format-context'
import { Button } from '@/components/ui/button'
import { withoutFilter } from '@/lib/schemas/record-view'
import { describeFilter } from './describe-filter'
import type { ViewControl } from './use-record-view'

/** The filters in words, each with a way to take it away. */
export function FilterChips({
  control: { view, change },
  onLast,
}: {
  control: ViewControl
  /** What was pressed goes, and no chip follows it: the focus must go elsewhere. */
  onLast: () => void
}) {
  const { timeZone } = useFormat()
  if (view.filters.length === 0 && !view.search) return null
  return (
    <ul aria-label="Filters" className="flex flex-wrap items-center gap-2">
      {view.filters.map((filter, index) => {
        const words = describeFilter(filter, timeZone)
        return (
          <li key={`${filter.column} ${filter.op} ${words}`} className="min-w-0 max-w-full">
            <button
              type="button"
              aria-label={`Remove filter: ${words}`}
              onClick={({ currentTarget }) => {
                const next = currentTarget.closest('li')?.nextElementSibling
                if (index === view.filters.length - 1) onLast()
                else next?.querySelector('button')?.focus()
                change((now) => ({ filters: withoutFilter(now.filters, filter) }))
              }}
              className="flex h-7 max-w-full items-center gap-1 rounded-full bg-accent-soft pr-2 pl-3 text-accent-ink text-sm hover:bg-pressed pointer-coarse:h-9"
            >
              <span className="truncate">{words}</span>
              <X aria-hidden className="size-3.5 shrink-0" />
            </button>
          </li>
        )
      })}
      <li>
        <Button
          size="sm"
          variant="ghost"
          onClick={() => {
            onLast()
            change({ filters: [], search: '' })
          }}
        >
          Clear all
        </Button>
      </li>
    </ul>
  )
}
