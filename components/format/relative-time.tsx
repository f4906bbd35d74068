'use client'

import { formatDateTime } from '@/lib/format/date-time'
import { formatRelativeTime } from '@/lib/format/relative-time'
import { useFormat } from './format-context'
import { useNow } from './use-now'

const stepMs = 10_000

/** "12 min ago", kept true while the page stays open; the exact time on hover. */
export function RelativeTime({ value }: { /** ISO 8601 */ value: string }) {
  const { timeZone } = useFormat()
  // Rounded up: a clock that is a step behind would show what just happened as the future.
  const now = useNow(stepMs) + stepMs - 1
  return (
    <time
      dateTime={value}
      title={formatDateTime(value, timeZone)}
      className="whitespace-nowrap tabular-nums"
    >
      {formatRelativeTime(value, now, timeZone)}
    </time>
  )
}
