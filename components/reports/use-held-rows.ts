import { useEffect, useRef, useState } from 'react'
import { holdNewRows } from './held-rows'

const readingFrom = 120

/** Holds new rows back while the reader is further down than the first rows, and lets them in at the top. */
export function useHeldRows<Row extends { id: string }>(rows: readonly Row[]) {
  const [known, setKnown] = useState<ReadonlySet<string> | null>(null)
  const latest = useRef(rows)

  useEffect(() => {
    latest.current = rows
    // Another page or filter: what it began with is what is being read.
    setKnown((before) => (before && !rows.some(({ id }) => before.has(id)) ? idsOf(rows) : before))
  }, [rows])
  useEffect(() => {
    const look = () =>
      setKnown((before) =>
        window.scrollY < readingFrom ? null : (before ?? idsOf(latest.current)),
      )
    look()
    window.addEventListener('scroll', look, { passive: true })
    return () => window.removeEventListener('scroll', look)
  }, [])

  return {
    ...holdNewRows(rows, known),
    letIn: () => {
      setKnown(null)
      window.scrollTo({ top: 0 })
    },
  }
}

function idsOf(rows: readonly { id: string }[]): ReadonlySet<string> {
  return new Set(rows.map(({ id }) => id))
}
