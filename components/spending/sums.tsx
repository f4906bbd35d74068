import { Section } from '@/components/ui/section'
import type { Spending, SpentBy } from '@/lib/schemas/spending'
import { MonthChart } from './month-chart'
import { type SpentKind, SpentTable } from './spent-table'
import { SpentTotals } from './spent-totals'

/** What was charged, all in all and by each way of looking at it. */
export function Sums({ spending }: { spending: Spending }) {
  const { totals, months, unpriced, free } = spending
  return (
    <>
      <div className="grid gap-2">
        <SpentTotals totals={totals} />
        {(unpriced > 0 || free > 0) && (
          <p className="text-ink-2 text-sm">
            {unpriced > 0 && `Without ${unpriced} that were charged and have no price yet. `}
            {free > 0 && `${free} more cost nothing.`}
          </p>
        )}
      </div>
      <Section title="By month">
        {totals.map(({ currency }) => (
          <MonthChart key={currency} months={months} currency={currency} />
        ))}
        <SpentTable kind="month" rows={months.toReversed()} />
      </Section>
      <div className="grid gap-8 xl:grid-cols-2 [&>*]:min-w-0">
        <Breakdown title="By product" kind="product" rows={spending.products} />
        <Breakdown title="By person" kind="person" rows={spending.people} />
        <Breakdown title="By account" kind="account" rows={spending.accounts} />
        <Breakdown title="By sub-account" kind="target" rows={spending.targets} />
      </div>
    </>
  )
}

function Breakdown({ title, kind, rows }: { title: string; kind: SpentKind; rows: SpentBy[] }) {
  return (
    <Section title={title}>
      <SpentTable kind={kind} rows={rows} />
    </Section>
  )
}
