'use client'

import clsx from 'clsx'
import { ArrowDown, ArrowUp, EyeOff } from 'lucide-react'
import type { RecordsOf } from '@/lib/queries/records'
import type { RecordView } from '@/lib/schemas/record-view'
import { ColumnFilter } from './column-filter'
import { type LaidColumn, numberWidth } from './grid-layout'
import type { ViewControl } from './use-record-view'

/** The names of the columns: a click sorts, the funnel filters. It sticks above the records. */
export function RecordGridHead({
  of,
  columns,
  width,
  padding,
  control,
  firstIsPinned,
}: {
  of: RecordsOf
  /** Those in sight, with their places among all. */
  columns: readonly (LaidColumn & { index: number })[]
  width: number
  /** What is left out before the second of them, px. */
  padding: number
  control: ViewControl
  firstIsPinned: boolean
}) {
  const { view } = control
  return (
    // biome-ignore-start lint/a11y/useSemanticElements: only the rows in sight are there, laid out by hand
    // biome-ignore-start lint/a11y/useFocusableInteractive: the grid has the focus and says which cell is meant
    <div role="rowgroup" className="sticky top-0 z-20" style={{ width }}>
      <div
        role="row"
        aria-rowindex={1}
        className="flex h-9 border-line-strong border-b bg-surface text-ink-2 text-xs"
      >
        <div
          role="columnheader"
          aria-colindex={1}
          className="sticky left-0 z-10 flex shrink-0 items-center justify-end bg-surface pr-3 font-medium"
          style={{ width: numberWidth }}
        >
          <span aria-hidden>#</span>
          <span className="sr-only">Record</span>
        </div>
        {columns.map(({ column, width: own, index }) => (
          <div
            key={column.key}
            role="columnheader"
            aria-colindex={index + 2}
            aria-sort={ariaSort(view, column.key)}
            className={clsx(
              'flex shrink-0 items-center gap-0.5 bg-surface pl-2',
              firstIsPinned && index === 0 && 'sticky z-10 border-line border-r',
              (column.type === 'decimal' || column.type === 'count') && 'justify-end pr-2',
            )}
            style={{
              width: own,
              ...(index === 0 ? { left: numberWidth } : {}),
              ...(columns[1]?.index === index ? { marginLeft: padding } : {}),
            }}
          >
            {column.isMasked ? (
              <span
                title="Masked for you: it can’t be sorted or filtered by"
                className="flex min-w-0 items-center gap-1 font-medium"
              >
                <span className="truncate">{column.key}</span>
                <EyeOff aria-hidden className="size-3 shrink-0" />
                <span className="sr-only">, masked</span>
              </span>
            ) : (
              <>
                <SortButton name={column.key} control={control} />
                <ColumnFilter of={of} column={column} control={control} />
              </>
            )}
          </div>
        ))}
      </div>
    </div>
    // biome-ignore-end lint/a11y/useSemanticElements: see above
    // biome-ignore-end lint/a11y/useFocusableInteractive: see above
  )
}

function ariaSort({ sort }: RecordView, key: string) {
  if (sort?.column !== key) return undefined
  return sort.descending ? 'descending' : 'ascending'
}

/** Up, down, and as in the file again. */
function nextSort({ sort }: RecordView, column: string): RecordView['sort'] {
  if (sort?.column !== column) return { column, descending: false }
  return sort.descending ? null : { column, descending: true }
}

function SortButton({ name, control }: { name: string; control: ViewControl }) {
  const { sort } = control.view
  const isSorted = sort?.column === name
  const Arrow = isSorted && sort.descending ? ArrowDown : ArrowUp
  return (
    <button
      type="button"
      onClick={() => control.change((now) => ({ sort: nextSort(now, name) }))}
      className="group/sort -ml-1 flex h-7 min-w-0 items-center gap-1 rounded-sm px-1 font-medium hover:text-ink"
    >
      <span className="truncate">{name}</span>
      <Arrow
        aria-hidden
        className={clsx(
          'size-3 shrink-0',
          isSorted
            ? 'text-accent-ink'
            : 'opacity-0 group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60',
        )}
      />
    </button>
  )
}
