'use client'

import clsx from 'clsx'
import { ListFilter } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Popover } from '@/components/ui/popover'
import type { RecordsOf } from '@/lib/queries/records'
import type { RecordColumn } from '@/lib/schemas/dataset'
import { replaceFilter } from '@/lib/schemas/record-view'
import type { RecordFilter } from '@/lib/schemas/records'
import { NumberFilter } from './number-filter'
import { TextFilter } from './text-filter'
import { TimeFilter } from './time-filter'
import type { ViewControl } from './use-record-view'

export type FilterFormProps = {
  of: RecordsOf
  column: RecordColumn
  view: ViewControl['view']
  /** @param shown the filter that the form began with, which the new one takes the place of */
  onApply: (filter: RecordFilter | null, shown: RecordFilter | null) => void
}

const forms = { text: TextFilter, time: TimeFilter, decimal: NumberFilter, count: NumberFilter }

/** A column’s filter, of the kind that fits what it holds. */
export function ColumnFilter({
  of,
  column,
  control: { view, change },
}: {
  of: RecordsOf
  column: RecordColumn
  control: ViewControl
}) {
  const [isOpen, setOpen] = useState(false)
  const isSet = view.filters.some((filter) => filter.column === column.key)
  const Form = forms[column.type]
  const set = (next: (filters: RecordFilter[]) => RecordFilter[]) => {
    setOpen(false)
    change((now) => ({ filters: next(now.filters) }))
  }
  return (
    <Popover
      label={`Filter ${column.key}`}
      open={isOpen}
      onOpenChange={setOpen}
      className="w-72 p-3"
      trigger={
        <button
          type="button"
          aria-label={`Filter ${column.key}${isSet ? ', set' : ''}`}
          className={clsx(
            'grid size-6 shrink-0 place-items-center rounded-sm hover:bg-hover hover:text-ink aria-expanded:bg-pressed',
            isSet ? 'bg-accent-soft text-accent-ink' : 'text-ink-3',
          )}
        >
          <ListFilter aria-hidden className="size-3.5" />
        </button>
      }
    >
      <div className="grid gap-3">
        <Form
          of={of}
          column={column}
          view={view}
          onApply={(filter, shown) => set((filters) => replaceFilter(filters, shown, filter))}
        />
        {isSet && (
          <Button
            size="sm"
            variant="ghost"
            className="justify-self-start"
            onClick={() => set((filters) => filters.filter((one) => one.column !== column.key))}
          >
            Clear this filter
          </Button>
        )}
      </div>
    </Popover>
  )
}
