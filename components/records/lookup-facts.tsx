import { DateTime } from '@/components/format/date-time'
import { ReportRange } from '@/components/requests/report-range'
import { Amount } from '@/components/spending/amount'
import { Badge } from '@/components/ui/badge'
import { type Description, DescriptionList } from '@/components/ui/description-list'
import { type FilterName, filters } from '@/lib/catalogue/filters'
import type { LookupView } from '@/lib/schemas/record-lookup'

/** What was looked up, by whom, and what it cost. */
export function LookupFacts({ lookup }: { lookup: LookupView }) {
  const { account, targetAccountId, range, createdBy, createdAt, costs, pages } = lookup
  const items: Description[] = [
    {
      term: 'Account',
      value: (
        <span className="inline-flex flex-wrap items-center gap-2">
          {account.label}
          {account.environment === 'sandbox' && <Badge tone="caution">Sandbox</Badge>}
        </span>
      ),
    },
    { term: 'Account ID', value: targetAccountId, mono: true },
    ...(range
      ? [
          {
            term: 'Range',
            value: <ReportRange request={range} timeZone={lookup.timeZone} />,
          },
        ]
      : [{ term: 'Ids', value: lookup.ids.toLocaleString('en') }]),
    ...Object.entries(lookup.filters).map(([name, value]) => ({
      term: filters[name as FilterName]?.label ?? name,
      value: value === true ? 'yes' : String(value),
    })),
    {
      term: 'Asked by',
      value: (
        <>
          {createdBy}, <DateTime value={createdAt} />
        </>
      ),
    },
    {
      term: 'Cost',
      value:
        costs.length > 0 ? (
          <span className="inline-flex flex-wrap gap-x-3">
            {costs.map(({ currency, total }) => (
              <span key={currency}>
                <Amount amount={total} currency={currency} />
              </span>
            ))}
            <span className="text-ink-2">
              as Vonage told with {pages === 1 ? 'it' : 'each page'}
            </span>
          </span>
        ) : (
          <span className="text-ink-2">not told</span>
        ),
    },
  ]
  return <DescriptionList items={items} />
}
