'use client'

import { Search } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import type { ViewControl } from './use-record-view'

const restMs = 350

/** Looks for a text in all columns that may be seen, once the typing rests. */
export function RecordSearch({ control: { view, change } }: { control: ViewControl }) {
  const [text, setText] = useState(view.search)
  const [said, setSaid] = useState(view.search)
  if (said !== view.search) {
    setSaid(view.search)
    if (text.trim() !== view.search) setText(view.search)
  }
  const ask = useEffectEvent((search: string) => {
    if (search !== view.search) change({ search }, view.search ? 'replace' : 'push')
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
        type="search"
        aria-label="Search records"
        placeholder="Search all columns"
        value={text}
        maxLength={200}
        autoComplete="off"
        onChange={({ target }) => setText(target.value)}
        className="control pl-8"
      />
    </search>
  )
}
