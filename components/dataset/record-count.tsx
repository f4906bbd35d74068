'use client'

import { Count } from '@/components/format/count'
import { useFormat } from '@/components/format/format-context'

/** How many records fit, of how many, and on which clock their times are. */
export function RecordCount({
  total,
  isFailed,
  all,
  isFiltered,
}: {
  /** Null: not known. */
  total: number | null
  /** The records could not be read: nobody counts any more. */
  isFailed: boolean
  all: number
  isFiltered: boolean
}) {
  const { timeZone } = useFormat()
  return (
    <p className="flex flex-wrap gap-x-2 text-ink-2">
      <span role="status" className="text-ink">
        {total === null ? (
          isFailed ? (
            'Not counted'
          ) : (
            'Counting'
          )
        ) : isFiltered ? (
          <>
            <Count value={total} /> of <Count value={all} /> records
          </>
        ) : (
          <>
            <Count value={total} /> {total === 1 ? 'record' : 'records'}
          </>
        )}
      </span>
      <span>Times in {timeZone.replaceAll('_', ' ')}</span>
    </p>
  )
}
