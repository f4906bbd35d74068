import { CircleDot, Unplug } from 'lucide-react'
import { DateTime } from '@/components/format/date-time'

/** Whether what is on screen is kept up to date, and if not, since when. */
export function LiveLight({
  error,
  updatedAt,
}: {
  /** Why the last look at the server failed; null when it did not. */
  error: Error | null
  /** Of the last look that worked, epoch milliseconds. */
  updatedAt: number
}) {
  if (!error) {
    return (
      <span
        role="status"
        title="Changes show by themselves"
        className="inline-flex items-center gap-1.5 whitespace-nowrap text-ink-2 text-sm"
      >
        <CircleDot aria-hidden className="size-4 text-positive" />
        Live
      </span>
    )
  }
  return (
    <span
      role="status"
      title={error.message}
      className="inline-flex items-center gap-1.5 whitespace-nowrap text-sm"
    >
      <Unplug aria-hidden className="size-4 text-caution" />
      <span>
        Not live
        {updatedAt > 0 && (
          <span className="text-ink-2">
            {' '}
            since <DateTime value={new Date(updatedAt).toISOString()} form="time" />
          </span>
        )}
      </span>
    </span>
  )
}
