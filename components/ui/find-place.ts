type Side = 'top' | 'right' | 'bottom' | 'left'

/** Where a floating part stands beside what it belongs to. */
export type Place = { side: Side; align: 'start' | 'center' | 'end' }

type Size = { width: number; height: number }
type Box = Size & Record<Side, number>

const gap = 6
const edge = 8
const opposite: Record<Side, Side> = { top: 'bottom', bottom: 'top', left: 'right', right: 'left' }

/**
 * The left and top, in CSS pixels of the viewport, at which a part stands beside an anchor: at the side that is asked for,
 * or at the opposite one when only that has room; always within the viewport.
 */
export function findPlace(
  part: Size,
  anchor: Box,
  viewport: Size,
  { side, align }: Place,
): { left: number; top: number } {
  const room: Record<Side, number> = {
    top: anchor.top,
    left: anchor.left,
    bottom: viewport.height - anchor.bottom,
    right: viewport.width - anchor.right,
  }
  const isVertical = side === 'top' || side === 'bottom'
  const needed = (isVertical ? part.height : part.width) + gap + edge
  const other = opposite[side]
  const at = room[side] >= needed || room[side] >= room[other] ? side : other
  const left = isVertical
    ? alignTo(align, anchor.left, anchor.width, part.width)
    : beside(at, anchor, part.width)
  const top = isVertical
    ? beside(at, anchor, part.height)
    : alignTo(align, anchor.top, anchor.height, part.height)
  return {
    left: keepWithin(left, viewport.width - part.width),
    top: keepWithin(top, viewport.height - part.height),
  }
}

function beside(side: Side, anchor: Box, size: number): number {
  return side === 'top' || side === 'left' ? anchor[side] - gap - size : anchor[side] + gap
}

function alignTo(align: Place['align'], start: number, length: number, size: number): number {
  if (align === 'start') return start
  return align === 'end' ? start + length - size : start + (length - size) / 2
}

function keepWithin(position: number, last: number): number {
  return Math.max(edge, Math.min(position, last - edge))
}
