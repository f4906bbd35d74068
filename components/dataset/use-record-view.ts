'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { useCallback, useMemo } from 'react'
import { type RecordView, readRecordView, writeRecordView } from '@/lib/schemas/record-view'

export type ViewControl = {
  view: RecordView
  /** Changes what is looked at. Other records begin at the first one again. */
  change: (change: Partial<RecordView>, how?: 'push' | 'replace') => void
}

/** What is looked at, kept in the address: back goes to what was looked at before. */
export function useRecordView(): ViewControl {
  const query = useSearchParams()
  const path = usePathname()
  const view = useMemo(() => readRecordView(new URLSearchParams(query)), [query])
  const change = useCallback(
    (part: Partial<RecordView>, how: 'push' | 'replace' = 'push') => {
      const now = readRecordView(new URLSearchParams(window.location.search))
      const said = writeRecordView({ ...now, start: 0, ...part })
      const address = said ? `${path}?${said}` : path
      if (how === 'push') window.history.pushState(null, '', address)
      else window.history.replaceState(null, '', address)
    },
    [path],
  )
  return useMemo(() => ({ view, change }), [view, change])
}
