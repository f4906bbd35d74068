'use client'

import { Search } from 'lucide-react'
import { type Ref, useEffect, useEffectEvent, useState } from 'react'
import { followView, latestSearch, type Searched } from './searched'
import type { ViewControl } from './use-record-view'

const restMs = 350

/** Looks for a text in all columns that may be seen, once the typing rests. */
export function RecordSearch({
  field,
  control: { view, change },
}: {
  field: Ref<HTMLInputElement>
  control: ViewControl
}) {
  const [searched, setSearched] = useState<Searched>({
    text: view.search,
    shown: view.search,
    asked: [],
  })
  const { text } = searched
  if (searched.shown !== view.search) setSearched(followView(searched, view.search))
  const ask = useEffectEvent((search: string) => {
    const latest = latestSearch(searched)
    if (search === latest) return
    setSearched((now) => ({ ...now, asked: [...now.asked, search] }))
    change({ search }, latest ? 'replace' : 'push')
  })
  useEffect(() => {
    const timer = setTimeout(() => ask(text.trim()), restMs)
    return () => clearTimeout(timer)
  }, [text])
  return (
    <search className="relative min-w-48 flex-1 sm:max-w-80">
      <Search
        aria-hidden
        className="pointer-events-none absolute inset-y-0 left-2.5 my-auto size-4 text-ink-2"
      />
      <input
        ref={field}
        type="search"
        aria-label="Search records"
        placeholder="Search all columns"
        value={text}
        maxLength={200}
        autoComplete="off"
        onChange={({ target }) => setSearched((now) => ({ ...now, text: target.value }))}
        className="control pl-8"
      />
    </search>
  )
}
