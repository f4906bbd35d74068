'use client'

import { Count } from '@/components/format/count'
import { PageLink } from '@/components/ui/page-link'
import { productTitle } from '@/lib/catalogue/products'
import type { DatasetView } from '@/lib/schemas/dataset'
import { emptyView, writeRecordView } from '@/lib/schemas/record-view'

/** Which product’s records are looked at: each has its own columns. */
export function ProductTabs({
  datasets,
  chosen,
}: {
  datasets: readonly DatasetView[]
  chosen: string
}) {
  return (
    <nav aria-label="Products" className="flex flex-wrap gap-1 border-line border-b">
      {datasets.map(({ product, rows }) => (
        <PageLink
          key={product}
          href={`?${writeRecordView({ ...emptyView, product })}`}
          aria-current={product === chosen ? 'page' : undefined}
          className="-mb-px border-transparent border-b-2 px-3 py-2 text-ink-2 hover:text-ink aria-[current=page]:border-accent aria-[current=page]:font-medium aria-[current=page]:text-ink"
        >
          {productTitle(product)}{' '}
          <span className="text-ink-2">
            <Count value={rows} />
          </span>
        </PageLink>
      ))}
    </nav>
  )
}
