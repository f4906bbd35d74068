import { Count } from '@/components/format/count'
import type { Spent } from '@/lib/schemas/spending'
import { Amount } from './amount'

/** What it all cost, in each currency by itself: they are never added. */
export function SpentTotals({ totals }: { totals: Spent[] }) {
  return (
    <ul className="flex flex-wrap gap-x-12 gap-y-6">
      {totals.map(({ currency, total, ours, elsewhere, calls, records }) => (
        <li key={currency} className="grid gap-1">
          <span className="font-semibold text-xl">
            <Amount amount={total} currency={currency} />
          </span>
          <span className="text-ink-2 text-sm">
            ours <Amount amount={ours} currency={currency} />, made elsewhere{' '}
            <Amount amount={elsewhere} currency={currency} />
          </span>
          <span className="text-ink-2 text-sm">
            <Count value={records} /> records, asked <Count value={calls} />{' '}
            {calls === 1 ? 'time' : 'times'}
          </span>
        </li>
      ))}
    </ul>
  )
}
