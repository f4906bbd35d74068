'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Count } from '@/components/format/count'
import { useFormat } from '@/components/format/format-context'
import { Money } from '@/components/format/money'
import { Button } from '@/components/ui/button'
import { Skeleton } from '@/components/ui/skeleton'
import type { ChartPlan } from '@/lib/catalogue/record-charts'
import { type RecordsOf, recordChartOptions } from '@/lib/queries/records'
import type { RecordScope } from '@/lib/schemas/records'

/** As many values of the status as there may be. */
const allStatuses = 1_000

/** What the records come to: how many, how many of them succeeded, and what they cost in each currency. */
export function RecordTotals({
  of,
  scope,
  plan: { price, status, success },
}: {
  of: RecordsOf
  scope: RecordScope
  plan: ChartPlan
}) {
  const totals = useQuery({
    ...recordChartOptions(of, scope, { kind: 'totals', prices: price ? [price] : [] }),
    placeholderData: keepPreviousData,
  })
  const statuses = useQuery({
    ...recordChartOptions(of, scope, {
      kind: 'groups',
      column: status ?? '',
      price: null,
      limit: allStatuses,
    }),
    placeholderData: keepPreviousData,
    enabled: success !== null,
  })
  const { locale } = useFormat()
  const costs = (price && totals.data?.costs[price]) || []
  const all = totals.data?.records ?? 0
  const good = (statuses.data?.groups ?? [])
    .filter(({ value }) => success?.values.includes(value))
    .reduce((sum, { records }) => sum + records, 0)
  const misfits = costs.reduce((sum, cost) => sum + cost.misfits, 0)
  const failed = [totals, statuses].filter(({ isError }) => isError)
  if (failed.length > 0)
    return (
      <p role="status" className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 text-ink-2">
        What these records come to can’t be read. {failed[0]?.error?.message}
        <Button
          size="sm"
          onClick={() => {
            for (const query of failed) void query.refetch()
          }}
        >
          Try again
        </Button>
      </p>
    )
  return (
    <dl
      aria-busy={totals.isPlaceholderData || undefined}
      className="flex min-h-14 flex-wrap gap-x-12 gap-y-4"
    >
      <Total term="Records">
        {totals.data ? <Count value={all} /> : <Skeleton className="my-2 w-20" />}
      </Total>
      {success && (
        <Total term={success.word}>
          {statuses.data && totals.data ? (
            <>
              {all > 0 &&
                `${((good / all) * 100).toLocaleString(locale, { maximumFractionDigits: 1 })} %`}{' '}
              <span className="font-normal text-base text-ink-2">
                <Count value={good} />
              </span>
            </>
          ) : (
            <Skeleton className="my-2 w-20" />
          )}
        </Total>
      )}
      {price && (
        <Total term={`Cost (${price})`}>
          {totals.data ? (
            costs.map(({ currency, sum }) => (
              <span key={currency} className="block">
                <Money amount={sum} currency={currency} />
                {currency === '' && (
                  <span className="font-normal text-base text-ink-2"> no currency</span>
                )}
              </span>
            ))
          ) : (
            <Skeleton className="my-2 w-24" />
          )}
          {misfits > 0 && (
            <span className="block font-normal text-ink-2 text-sm">
              without <Count value={misfits} /> whose price is no number
            </span>
          )}
        </Total>
      )}
    </dl>
  )
}

function Total({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div className="grid content-start gap-0.5">
      <dt className="text-ink-2 text-sm">{term}</dt>
      <dd className="font-semibold text-xl">{children}</dd>
    </div>
  )
}
