'use client'

import { type KeyboardEvent, useState } from 'react'

export type ActiveCell = { row: number; column: number }

/** Where a key leads from a cell; null for a key that leads nowhere. */
export function moveCell(
  { row, column }: ActiveCell,
  key: string,
  isFar: boolean,
  { rows, columns, pageRows }: { rows: number; columns: number; pageRows: number },
): ActiveCell | null {
  const to = (r: number, c: number) => ({
    row: Math.max(0, Math.min(rows - 1, r)),
    column: Math.max(0, Math.min(columns - 1, c)),
  })
  switch (key) {
    case 'ArrowDown':
      return to(isFar ? rows : row + 1, column)
    case 'ArrowUp':
      return to(isFar ? 0 : row - 1, column)
    case 'ArrowRight':
      return to(row, isFar ? columns : column + 1)
    case 'ArrowLeft':
      return to(row, isFar ? 0 : column - 1)
    case 'PageDown':
      return to(row + pageRows, column)
    case 'PageUp':
      return to(row - pageRows, column)
    case 'Home':
      return to(isFar ? 0 : row, 0)
    case 'End':
      return to(isFar ? rows : row, columns)
    default:
      return null
  }
}

/** Walks through a grid whose cells are drawn only in sight: the grid keeps the focus and says which cell is meant. */
export function useGridKeys(grid: {
  rows: number
  columns: number
  pageRows: number
  onMove: (row: number, column: number) => void
  onEnter: (row: number, column: number) => void
}) {
  const [active, setActive] = useState<ActiveCell>({ row: 0, column: 0 })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault()
      grid.onEnter(active.row, active.column)
      return
    }
    const next = moveCell(active, event.key, event.ctrlKey || event.metaKey, grid)
    if (!next) return
    event.preventDefault()
    setActive(next)
    grid.onMove(next.row, next.column)
  }
  return { active, setActive, onKeyDown }
}
