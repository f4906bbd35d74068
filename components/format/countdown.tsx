'use client'

import { formatDuration } from '@/lib/format/duration'
import { useNow } from './use-now'

/** Time left until an instant, "2 d 3 h"; `over` when it has passed. */
export function Countdown({
  until,
  over = 'over',
}: {
  /** ISO 8601 */ until: string
  over?: string
}) {
  const left = Date.parse(until) - useNow(1000)
  return (
    <time dateTime={until} className="whitespace-nowrap tabular-nums">
      {left > 0 ? formatDuration(left) : over}
    </time>
  )
}
