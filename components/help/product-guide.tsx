import { filters } from '@/lib/catalogue/filters'
import {
  type DirectionRule,
  filtersOf,
  getProduct,
  productCodes,
  productGroups,
} from '@/lib/catalogue/products'

const directionWords: Record<DirectionRule, string> = {
  required: 'One direction at a time: inbound or outbound.',
  optional: 'Both directions together, or one of them.',
  invalid: 'No direction.',
}

/** What a report of each product holds, by group, with Vonage's code and the filters that it takes. */
export function ProductGuide() {
  return (
    <div className="grid max-w-[52rem] gap-6">
      {productGroups.map((group) => (
        <section key={group} aria-label={group} className="grid gap-2">
          <h3 className="font-medium text-ink-2">{group}</h3>
          <dl className="grid gap-3">
            {productCodes
              .filter((code) => getProduct(code).group === group)
              .map((code) => (
                <div key={code} id={`product-${code}`} className="scroll-mt-20">
                  <dt className="flex flex-wrap items-baseline gap-x-2">
                    <span className="font-medium">{getProduct(code).name}</span>
                    <code className="text-ink-2 text-xs">{code}</code>
                  </dt>
                  <dd>
                    {getProduct(code).about} {getProduct(code).legacy}
                    <span className="block text-ink-2 text-xs">
                      {directionWords[getProduct(code).direction]} {filterWords(code)}
                    </span>
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </div>
  )
}

function filterWords(code: (typeof productCodes)[number]): string {
  const labels = filtersOf(code).map((name) => filters[name].label)
  return labels.length > 0 ? `Filters: ${labels.join(', ')}.` : 'No filters.'
}
