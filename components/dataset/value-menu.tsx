'use client'

import { ArrowDownToLine, ArrowUpToLine, Copy, Filter, FilterX, PanelRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { useFormat } from '@/components/format/format-context'
import { FloatingPanel } from '@/components/ui/floating-panel'
import { useToast } from '@/components/ui/toaster'
import { withFilter } from '@/lib/schemas/record-view'
import type { RecordFilter } from '@/lib/schemas/records'
import { describeValue } from './describe-filter'
import type { Pointed } from './record-grid'
import type { ViewControl } from './use-record-view'

/** What can be done with a value of the grid: choose records by it, copy it, see the whole record. */
export function ValueMenu({
  pointed,
  control: { view, change },
  onOpen,
  onClose,
}: {
  pointed: Pointed
  control: ViewControl
  onOpen: (place: number) => void
  onClose: () => void
}) {
  const { timeZone } = useFormat()
  const toast = useToast()
  const { column, value, place, cell } = pointed
  const { key, type, isMasked } = column
  const words = value === null ? 'empty' : describeValue(value, timeZone)
  const filter = (one: RecordFilter) => {
    change({ filters: withFilter(view.filters, one) })
    onClose()
  }
  const without = view.filters.find((one) => one.column === key && one.op === 'is-not')
  const isRange = type !== 'text' && value !== null

  return (
    <FloatingPanel
      role="dialog"
      aria-label={`${key}: ${words}`}
      anchor={cell}
      onClose={onClose}
      className="w-64 p-1"
    >
      <div ref={focusFirst} className="grid">
        {!isMasked && (
          <>
            <Choice
              icon={<Filter aria-hidden />}
              onClick={() => filter({ column: key, op: 'is', values: [value ?? ''] })}
            >
              Only “{words}”
            </Choice>
            <Choice
              icon={<FilterX aria-hidden />}
              onClick={() =>
                filter({
                  column: key,
                  op: 'is-not',
                  values: [
                    ...new Set([
                      ...(without && 'values' in without ? without.values : []),
                      value ?? '',
                    ]),
                  ],
                })
              }
            >
              Without “{words}”
            </Choice>
            {isRange && (
              <>
                <Choice
                  icon={<ArrowDownToLine aria-hidden />}
                  onClick={() => filter(rangeOf(view.filters, key, { from: value }))}
                >
                  {type === 'time' ? 'From then on' : 'This or more'}
                </Choice>
                <Choice
                  icon={<ArrowUpToLine aria-hidden />}
                  onClick={() => filter(rangeOf(view.filters, key, { to: value }))}
                >
                  {type === 'time' ? 'Before then' : 'This or less'}
                </Choice>
              </>
            )}
          </>
        )}
        {isMasked && (
          <p className="px-2 py-1.5 text-ink-2 text-sm">
            Masked for you, so records can’t be chosen by it.
          </p>
        )}
        {value !== null && (
          <Choice
            icon={<Copy aria-hidden />}
            onClick={async () => {
              onClose()
              await navigator.clipboard?.writeText(value).then(
                () => toast({ title: 'Copied' }),
                () => toast({ tone: 'negative', title: 'The browser did not let us copy.' }),
              )
            }}
          >
            Copy
          </Choice>
        )}
        <Choice
          icon={<PanelRight aria-hidden />}
          onClick={() => {
            onClose()
            onOpen(place)
          }}
        >
          The whole record
        </Choice>
      </div>
    </FloatingPanel>
  )
}

function focusFirst(list: HTMLElement | null): void {
  list?.querySelector('button')?.focus()
}

function rangeOf(
  filters: readonly RecordFilter[],
  column: string,
  bound: { from?: string; to?: string },
): RecordFilter {
  const set = filters.find((one) => one.column === column && one.op === 'between')
  return { ...(set?.op === 'between' ? set : {}), column, op: 'between', ...bound }
}

function Choice({
  icon,
  onClick,
  children,
}: {
  icon: ReactNode
  onClick: () => void
  children: ReactNode
}) {
  return (
    <button
      type="button"
      onClick={onClick}
      className="flex min-h-8 w-full min-w-0 items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-hover pointer-coarse:min-h-11 [&>svg]:size-4 [&>svg]:shrink-0 [&>svg]:text-ink-2"
    >
      {icon}
      <span className="truncate">{children}</span>
    </button>
  )
}
