'use client'

import { formatDuration } from '@/lib/format/duration'
import { useNow } from './use-now'

/** Time since an instant, alive: "7 min 9 s"; between two instants it stands still. */
export function Elapsed({
  since,
  until,
}: {
  /** ISO 8601 */
  since: string
  /** ISO 8601; absent while it goes on */
  until?: string
}) {
  const now = useNow(1000)
  const end = until ? Date.parse(until) : now
  return (
    <span className="whitespace-nowrap tabular-nums">
      {formatDuration(end - Date.parse(since))}
    </span>
  )
}
