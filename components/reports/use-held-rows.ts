import { useEffect, useState } from 'react'
import { holdNewRows } from './held-rows'

const readingFrom = 120

/** Holds new rows back while the reader is further down than the first rows, and lets them in at the top. */
export function useHeldRows<Row extends { id: string }>(rows: readonly Row[]) {
  const [anchorId, setAnchorId] = useState<string | null>(null)
  const topId = rows[0]?.id ?? null

  useEffect(() => {
    const look = () =>
      setAnchorId((anchor) => (window.scrollY < readingFrom ? null : (anchor ?? topId)))
    look()
    window.addEventListener('scroll', look, { passive: true })
    return () => window.removeEventListener('scroll', look)
  }, [topId])

  return {
    ...holdNewRows(rows, anchorId),
    letIn: () => {
      setAnchorId(null)
      window.scrollTo({ top: 0 })
    },
  }
}
