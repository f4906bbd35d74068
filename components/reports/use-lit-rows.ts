import { useEffect, useRef, useState } from 'react'
import { reportState } from '@/lib/schemas/report-state'
import type { RequestState } from '@/lib/schemas/states'
import type { ReportRow } from '@/lib/schemas/views'

/** The ids of rows that turned Ready while they were watched. */
export function useLitRows(rows: readonly ReportRow[]): ReadonlySet<string> {
  const before = useRef(new Map<string, RequestState>())
  const [lit, setLit] = useState<ReadonlySet<string>>(new Set())

  useEffect(() => {
    const turned = rows.filter(({ id, stateCounts }) => {
      const was = before.current.get(id)
      return reportState(stateCounts).state === 'ready' && was !== undefined && was !== 'ready'
    })
    for (const { id, stateCounts } of rows) before.current.set(id, reportState(stateCounts).state)
    if (turned.length > 0) setLit((known) => new Set([...known, ...turned.map(({ id }) => id)]))
  }, [rows])

  return lit
}
