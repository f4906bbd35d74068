'use client'

import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import type { ListReportsInput } from '@/lib/schemas/reports'
import { type RequestState, requestStates, stateLabels } from '@/lib/schemas/states'

const typingPause = 300

/** Search and state. What is typed is looked for after a pause, or at once with Enter. */
export function ReportFilters({
  input,
  onFilter,
}: {
  input: ListReportsInput
  onFilter: (change: Partial<Pick<ListReportsInput, 'q' | 'state'>>) => void
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
    <search className="flex min-w-0 flex-1 gap-2 max-sm:basis-full">
      <div className="relative min-w-0 flex-1 sm:max-w-80">
        <Search
          aria-hidden
          className="pointer-events-none absolute inset-y-0 left-2.5 my-auto size-4 text-ink-2"
        />
        <Input
          type="search"
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
          onKeyDown={(event) => event.key === 'Enter' && search(text.trim())}
          className="pl-8"
        />
      </div>
      <div className="w-36 shrink-0">
        <Select
          aria-label="State"
          value={input.state ?? ''}
          onChange={(event) =>
            onFilter({ state: (event.target.value || null) as RequestState | null })
          }
          placeholder="All states"
          options={requestStates.map((state) => ({ value: state, label: stateLabels[state] }))}
        />
      </div>
    </search>
  )
}
