'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { type RecordView, readRecordView } from '@/lib/schemas/record-view'
import { changeQuery, type ViewChange } from './change-query'

export type ViewControl = {
  view: RecordView
  /** Changes what is looked at. What rests on the view as it is must be a function: what is drawn may lag behind. */
  change: (change: ViewChange, how?: 'push' | 'replace') => void
}

/** What is looked at, kept in the address: back goes to what was looked at before. */
export function useRecordView(): ViewControl {
  const query = useSearchParams()
  const path = usePathname()
  const view = useMemo(() => readRecordView(new URLSearchParams(query)), [query])
  const change = useCallback<ViewControl['change']>(
    (part, how = 'push') => {
      const said = changeQuery(window.location.search, part)
      const address = said ? `${path}?${said}` : path
      if (how === 'push') window.history.pushState(null, '', address)
      else window.history.replaceState(null, '', address)
    },
    [path],
  )
  return useMemo(() => ({ view, change }), [view, change])
}
