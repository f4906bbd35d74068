import { useEffect, useRef, useState } from 'react'
import type { RequestState } from '@/lib/schemas/states'
import type { ReportRow } from '@/lib/schemas/views'

/** The ids of rows that turned Ready while they were watched. */
export function useLitRows(rows: readonly ReportRow[]): ReadonlySet<string> {
  const before = useRef(new Map<string, RequestState>())
  const [lit, setLit] = useState<ReadonlySet<string>>(new Set())

  useEffect(() => {
    const turned = rows.filter(({ id, request }) => {
      const was = before.current.get(id)
      return request.state === 'ready' && was !== undefined && was !== 'ready'
    })
    for (const { id, request } of rows) before.current.set(id, request.state)
    if (turned.length > 0) setLit((known) => new Set([...known, ...turned.map(({ id }) => id)]))
  }, [rows])

  return lit
}
