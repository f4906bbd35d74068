'use client'

import clsx from 'clsx'
import { memo } from 'react'
import { Skeleton } from '@/components/ui/skeleton'
import { CellValue } from './cell-value'
import { type LaidColumn, numberWidth } from './grid-layout'
import type { RecordRow } from './record-rows'

/** A record, or its place while it is on its way. */
export const RecordGridRow = memo(function RecordGridRow({
  id,
  place,
  start,
  top,
  height,
  width,
  padding,
  row,
  columns,
  active,
  firstIsPinned,
}: {
  /** Of the grid: cells are named after it. */
  id: string
  /** Among all records that fit, from 0. */
  place: number
  /** The place of the first row of the grid. */
  start: number
  top: number
  height: number
  width: number
  padding: number
  row: RecordRow | undefined
  columns: readonly (LaidColumn & { index: number })[]
  /** The column of the cell that the keys are at, from 0, which is the number; null: another row. */
  active: number | null
  firstIsPinned: boolean
}) {
  const mark = (column: number) =>
    active === column && 'outline-accent -outline-offset-2 group-focus-visible/grid:outline-2'
  return (
    // biome-ignore-start lint/a11y/useSemanticElements: see the head
    // biome-ignore-start lint/a11y/useFocusableInteractive: see the head
    <div
      role="row"
      aria-rowindex={place - start + 2}
      className="group/row absolute left-0 flex hover:bg-hover"
      style={{ top, height, width }}
    >
      <div
        role="gridcell"
        id={`${id}-${place}-0`}
        aria-colindex={1}
        data-place={place}
        data-column="0"
        className={clsx(
          'figures sticky left-0 z-10 flex shrink-0 cursor-pointer items-center justify-end border-line border-b bg-surface pr-3 text-ink-2 text-xs underline-offset-2 hover:text-ink hover:underline',
          mark(0),
        )}
        style={{ width: numberWidth }}
      >
        {(place + 1).toLocaleString('en')}
      </div>
      {columns.map(({ column, width: own, index }) => {
        const value = row?.cells.get(column.key)
        return (
          <div
            key={column.key}
            role="gridcell"
            id={`${id}-${place}-${index + 1}`}
            aria-colindex={index + 2}
            data-place={place}
            data-column={index + 1}
            className={clsx(
              'flex shrink-0 items-center border-line border-b px-2',
              row && 'cursor-pointer',
              firstIsPinned && index === 0 && 'sticky z-10 border-r bg-surface',
              (column.type === 'decimal' || column.type === 'count') && 'justify-end',
              mark(index + 1),
            )}
            style={{
              width: own,
              ...(index === 0 ? { left: numberWidth } : {}),
              ...(columns[1]?.index === index ? { marginLeft: padding } : {}),
            }}
          >
            {row ? (
              <span className={clsx('truncate', column.type !== 'time' && 'figures')}>
                <CellValue column={column} value={value ?? null} />
              </span>
            ) : (
              <Skeleton className="w-2/3" />
            )}
          </div>
        )
      })}
    </div>
    // biome-ignore-end lint/a11y/useSemanticElements: see above
    // biome-ignore-end lint/a11y/useFocusableInteractive: see above
  )
})
