'use client'

import { formatDate, formatDateTime, formatExactTime, formatTime } from '@/lib/format/date-time'
import { useFormat } from './format-context'

const forms = {
  date: formatDate,
  'date-time': formatDateTime,
  exact: formatExactTime,
  time: formatTime,
}

/** An instant on the reader's wall clock: "24 Nov 2026, 10:12", "24 Nov 2026, 10:12:04", "24 Nov 2026" or "10:12:04". */
export function DateTime({
  value,
  form = 'date-time',
  timeZone,
  showZone = false,
}: {
  /** ISO 8601 */
  value: string
  form?: keyof typeof forms
  /** IANA name; the reader's own when absent. */
  timeZone?: string
  showZone?: boolean
}) {
  const format = useFormat()
  const zone = timeZone ?? format.timeZone
  return (
    <time dateTime={value} className="whitespace-nowrap tabular-nums">
      {forms[form](value, zone)}
      {showZone && ` ${zone.replaceAll('_', ' ')}`}
    </time>
  )
}
