'use client'

import { formatCount } from '@/lib/format/count'
import { useFormat } from './format-context'

/** A whole number with the reader's separators. */
export function Count({ value }: { value: number }) {
  return (
    <span data-figure className="tabular-nums">
      {formatCount(value, useFormat().locale)}
    </span>
  )
}
