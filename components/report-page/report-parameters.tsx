import { Badge } from '@/components/ui/badge'
import { type Description, DescriptionList } from '@/components/ui/description-list'
import { Section } from '@/components/ui/section'
import { type FilterName, filters } from '@/lib/catalogue/filters'
import { getProduct } from '@/lib/catalogue/products'
import { formatRange } from '@/lib/schemas/dates'
import type { RequestView, SingleReport } from '@/lib/schemas/views'

/** Everything that Vonage was asked, as it was asked. */
export function ReportParameters({ report: { request, timeZone } }: { report: SingleReport }) {
  const product = getProduct(request.product)
  const items: Description[] = [
    {
      term: 'Account',
      value: (
        <span className="inline-flex flex-wrap items-center gap-2">
          {request.account.label}
          {request.account.environment === 'sandbox' && <Badge tone="caution">Sandbox</Badge>}
        </span>
      ),
    },
    { term: 'Account ID', value: request.targetAccountId, mono: true },
    { term: 'Product', value: product.name },
    ...(product.direction === 'invalid'
      ? []
      : [{ term: 'Direction', value: directionWord(request.direction) }]),
    { term: 'Range', value: formatRange(request, timeZone, 'en-GB') },
    ...filterItems(request.filters),
    { term: 'Subaccounts', value: request.includeSubaccounts ? 'Included' : 'Not included' },
  ]
  return (
    <Section title="Parameters">
      <DescriptionList items={items} />
    </Section>
  )
}

function directionWord(direction: RequestView['direction']): string {
  if (direction === null) return 'Both'
  return direction === 'inbound' ? 'Inbound' : 'Outbound'
}

function filterItems(sent: RequestView['filters']): Description[] {
  return Object.entries(sent).map(([name, value]) => ({
    term: Object.hasOwn(filters, name) ? filters[name as FilterName].label : name,
    value: typeof value === 'boolean' ? (value ? 'Yes' : 'No') : value,
    mono: typeof value === 'string',
  }))
}
