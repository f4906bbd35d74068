'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { TriangleAlert } from 'lucide-react'
import { useRef } from 'react'
import { useFormat } from '@/components/format/format-context'
import { describeDays } from '@/components/requests/describe-days'
import { type FilterName, filters } from '@/lib/catalogue/filters'
import { productTitle } from '@/lib/catalogue/products'
import type { PlannedRequest } from '@/lib/plan/planned-request'

/** Two lines, and a third where there is a problem. */
const rowHeight = 52

/** Every request with its parameters; only the rows in sight are drawn. */
export function PlannedList({
  requests,
  timeZone,
}: {
  requests: readonly PlannedRequest[]
  timeZone: string
}) {
  const { locale } = useFormat()
  const box = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: requests.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  })
  const width = place(requests.at(-1)).toLocaleString(locale).length

  return (
    // biome-ignore lint/a11y/useSemanticElements: only the rows in sight are there, each says its place
    <div
      ref={box}
      role="list"
      aria-label="Requests to Vonage"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so it must be reachable by keyboard
      tabIndex={0}
      onKeyDown={(event) => {
        // The browser would go to where the end seemed to be before the rows there were drawn.
        const target = { Home: 0, End: requests.length - 1 }[event.key]
        if (target === undefined) return
        event.preventDefault()
        rows.scrollToIndex(target)
      }}
      className="relative max-h-80 overflow-y-auto overscroll-contain rounded-md border border-line"
    >
      <div className="relative" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start, key }) => {
          const request = requests[index]
          if (!request) return null
          return (
            // biome-ignore lint/a11y/useSemanticElements: see above
            <div
              key={key}
              ref={rows.measureElement}
              data-index={index}
              role="listitem"
              aria-setsize={requests.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
              className="absolute inset-x-0 top-0 flex gap-3 border-line border-b px-3 py-1.5 text-sm last:border-b-0"
            >
              <span
                className="shrink-0 text-right text-ink-2 tabular-nums"
                style={{ width: `${width}ch` }}
              >
                {place(request).toLocaleString(locale)}
              </span>
              <RequestLines request={request} timeZone={timeZone} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

/** Counted among all requests, also where only some are listed. */
function place(request: PlannedRequest | undefined): number {
  return Number(request?.key ?? 0) + 1
}

function RequestLines({ request, timeZone }: { request: PlannedRequest; timeZone: string }) {
  const { product, direction, dateStart, dateEnd, accountLabel, targetAccountId } = request
  return (
    <div className="grid min-w-0 flex-1">
      <div className="flex flex-wrap justify-between gap-x-3">
        <span className="font-medium">{productTitle(product, direction)}</span>
        <span className="tabular-nums">{describeDays(dateStart, dateEnd, timeZone)}</span>
      </div>
      <span className="wrap-anywhere text-ink-2 text-xs">
        {accountLabel} <span className="font-mono">{targetAccountId}</span>
        {describeRest(request).map((part) => ` · ${part}`)}
      </span>
      {request.problem && (
        <span className="flex gap-1.5 text-caution text-xs">
          <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          Not sent: {request.problem}
        </span>
      )}
    </div>
  )
}

function describeRest({ filters: sent, includeSubaccounts, omitted }: PlannedRequest): string[] {
  const label = (name: string) => filters[name as FilterName].label.toLowerCase()
  return [
    ...(includeSubaccounts ? ['with sub-accounts'] : []),
    ...Object.entries(sent).map(([name, value]) =>
      value === true ? label(name) : `${label(name)} ${value}`,
    ),
    ...(omitted.length > 0 ? [`not by ${omitted.map(label).join(', ')}`] : []),
  ]
}
