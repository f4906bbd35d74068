'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import clsx from 'clsx'
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useDensity } from '@/components/ui/density-context'
import { useMediaQuery } from '@/components/ui/use-media-query'
import type { RecordsOf } from '@/lib/queries/records'
import type { RecordColumn } from '@/lib/schemas/dataset'
import { layOutColumns } from './grid-layout'
import { RecordGridHead } from './record-grid-head'
import { RecordGridRow } from './record-grid-row'
import { useGridKeys } from './use-grid-keys'
import { useRecordRows } from './use-record-rows'
import type { ViewControl } from './use-record-view'

/** Rows that can be scrolled to at once: browsers draw nothing that is higher than some ten million pixels. */
export const mostRows = 100_000

const headHeight = 36

/** What a person points at. */
export type Pointed = {
  place: number
  column: RecordColumn
  value: string | null
  cell: HTMLElement
}

/** How many records fit; null while that is not known, which it never will be where it failed. */
export type Found = { total: number | null; isFailed: boolean }

/**
 * All records in rows of one height, of which only those in sight are drawn and fetched. It scrolls by itself, both
 * ways, and is walked through by the arrow keys.
 */
export function RecordGrid({
  of,
  columns,
  control,
  onOpen,
  onPoint,
  onFound,
  empty,
  problem,
}: {
  of: RecordsOf
  columns: readonly RecordColumn[]
  control: ViewControl
  /** A record is wanted whole. */
  onOpen: (place: number) => void
  onPoint: (pointed: Pointed) => void
  onFound: (found: Found) => void
  /** Shown when no record fits. */
  empty: ReactNode
  problem: (error: Error, retry: () => void) => ReactNode
}) {
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  const isNarrow = useMediaQuery('(max-width: 40rem)')
  const rowHeight = useDensity() === 'compact' ? 32 : 40
  const { view } = control
  const { filters, search, sort, start } = view
  const layout = useMemo(() => layOutColumns(columns), [columns])
  const keys = useMemo(() => columns.map(({ key }) => key), [columns])

  const [seen, setSeen] = useState<readonly [number, number]>([start, start])
  const rows = useRecordRows(of, { filters, search, sort, columns: keys }, seen)
  const { total, isStale } = rows
  const count = Math.max(0, Math.min(mostRows, (total ?? 30) - start))
  const vertical = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
  })
  const across = useVirtualizer({
    horizontal: true,
    count: Math.max(0, layout.columns.length - 1),
    getScrollElement: () => box.current,
    estimateSize: (index) => layout.columns[index + 1]?.width ?? 0,
    overscan: 30,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: other columns or heights have other sizes
  useEffect(() => {
    across.measure()
    vertical.measure()
  }, [layout, rowHeight])

  const items = vertical.getVirtualItems()
  const [first, last] = [start + (items[0]?.index ?? 0), start + (items.at(-1)?.index ?? 0)]
  if (seen[0] !== first || seen[1] !== last) setSeen([first, last])
  const isFailed = rows.error !== null && (total === null || isStale)
  useEffect(() => {
    if (isFailed) onFound({ total: null, isFailed })
    else if (!isStale) onFound({ total, isFailed })
  }, [onFound, total, isStale, isFailed])

  const acrossItems = across.getVirtualItems()
  // The same as long as the same columns are in sight, so that rows that did not change are not drawn anew.
  const drawn = useMemo(
    () =>
      [0, ...acrossItems.map(({ index }) => index + 1)].flatMap((index) => {
        const laid = layout.columns[index]
        return laid ? [{ ...laid, index }] : []
      }),
    [layout, acrossItems],
  )
  const padding = acrossItems[0]?.start ?? 0
  const firstIsPinned = !isNarrow && layout.columns.length > 1

  const point = (place: number, columnIndex: number) => {
    const cell = document.getElementById(`${id}-${place}-${columnIndex}`)
    const column = layout.columns[columnIndex - 1]?.column
    const row = rows.rowAt(place)
    if (columnIndex === 0) onOpen(place)
    else if (cell && column && row)
      onPoint({ place, column, value: row.cells.get(column.key) ?? null, cell })
  }
  const { active, setActive, onKeyDown } = useGridKeys({
    rows: count,
    columns: layout.columns.length + 1,
    pageRows: Math.max(1, Math.floor((box.current?.clientHeight ?? 400) / rowHeight) - 2),
    onMove: (row, column) => {
      vertical.scrollToIndex(row)
      if (column > 1) across.scrollToIndex(column - 2, { align: 'center' })
      else box.current?.scrollTo({ left: 0 })
    },
    onEnter: (row, column) => point(start + row, column),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question begins at the top
  useEffect(() => {
    box.current?.scrollTo({ top: 0 })
    setActive({ row: 0, column: 0 })
  }, [JSON.stringify([filters, search, sort, start]), of.product])

  if (rows.error && total === null) return problem(rows.error, rows.retry)
  return (
    <div className="grid min-w-0 gap-3">
      {rows.error && problem(rows.error, rows.retry)}
      {/* biome-ignore lint/a11y/useSemanticElements: only the rows in sight are there */}
      <div
        ref={box}
        id={`${id}-grid`}
        role="grid"
        aria-label="Records"
        aria-rowcount={count + 1}
        aria-colcount={layout.columns.length + 1}
        aria-busy={total === null || isStale || undefined}
        aria-activedescendant={total ? `${id}-${start + active.row}-${active.column}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={({ target }) => {
          const cell = (target as Element).closest<HTMLElement>('[data-place]')
          // Who marks text wants to copy it.
          if (!cell || window.getSelection()?.toString()) return
          const [place, column] = [Number(cell.dataset.place), Number(cell.dataset.column)]
          setActive({ row: place - start, column })
          point(place, column)
        }}
        className={clsx(
          'group/grid relative h-[calc(100dvh-9rem)] max-h-[60rem] min-h-80 overflow-auto overscroll-x-contain rounded-lg border border-line bg-surface text-sm',
        )}
      >
        <RecordGridHead
          of={of}
          columns={drawn}
          width={layout.width}
          padding={padding}
          control={control}
          firstIsPinned={firstIsPinned}
        />
        {total === 0 ? (
          <div className="sticky left-0 max-w-full">{empty}</div>
        ) : (
          // biome-ignore lint/a11y/useSemanticElements: see above
          <div
            role="rowgroup"
            className={clsx('relative transition-opacity duration-120', isStale && 'opacity-60')}
            style={{ height: vertical.getTotalSize(), width: layout.width }}
          >
            {items.map(({ index, start: top }) => (
              <RecordGridRow
                key={index}
                id={id}
                place={start + index}
                start={start}
                top={top - headHeight}
                height={rowHeight}
                width={layout.width}
                padding={padding}
                row={rows.rowAt(start + index)}
                columns={drawn}
                active={active.row === index ? active.column : null}
                firstIsPinned={firstIsPinned}
              />
            ))}
          </div>
        )}
      </div>
    </div>
  )
}
