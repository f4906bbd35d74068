'use client'

import { formatMoney } from '@/lib/format/money'
import { useFormat } from './format-context'

/** Money with the reader's separators; decimal text, exact unless `decimals` rounds it. */
export function Money({
  amount,
  currency,
  decimals,
}: {
  amount: string
  currency: string
  decimals?: number
}) {
  return (
    <span data-figure className="whitespace-nowrap tabular-nums">
      {formatMoney(amount, currency, useFormat().locale, decimals)}
    </span>
  )
}
