import { expect, test } from 'vitest'
import { findPlace } from './find-place'

const viewport = { width: 1000, height: 800 }
const box = (left: number, top: number, width: number, height: number) => ({
  left,
  top,
  width,
  height,
  right: left + width,
  bottom: top + height,
})

test.each([
  ['start', 300],
  ['end', 200],
  ['center', 250],
] as const)('a part beneath its anchor, aligned to its %s', (align, left) => {
  const place = { side: 'bottom', align } as const
  expect(findPlace({ width: 200, height: 100 }, box(300, 300, 100, 30), viewport, place)).toEqual({
    left,
    top: 336,
  })
})

test('a part goes to the other side where only that has room', () => {
  const place = { side: 'bottom', align: 'start' } as const
  const part = { width: 200, height: 300 }
  expect(findPlace(part, box(300, 700, 100, 30), viewport, place).top).toBe(394)
  expect(findPlace(part, box(300, 300, 100, 30), viewport, place).top).toBe(336)
})

test('a part with room on neither side takes the larger one, and stays within the viewport', () => {
  const place = { side: 'top', align: 'start' } as const
  const part = { width: 200, height: 700 }
  expect(findPlace(part, box(300, 300, 100, 30), viewport, place).top).toBe(92)
  expect(findPlace({ width: 200, height: 900 }, box(300, 300, 100, 30), viewport, place).top).toBe(
    8,
  )
})

test('a part does not stick out at the right or the left', () => {
  const part = { width: 400, height: 100 }
  const anchor = box(900, 300, 50, 30)
  expect(findPlace(part, anchor, viewport, { side: 'bottom', align: 'start' }).left).toBe(592)
  expect(
    findPlace(part, box(20, 300, 50, 30), viewport, { side: 'bottom', align: 'end' }).left,
  ).toBe(8)
})

test('a part at the right of its anchor', () => {
  const place = { side: 'right', align: 'center' } as const
  expect(findPlace({ width: 80, height: 20 }, box(10, 300, 40, 40), viewport, place)).toEqual({
    left: 56,
    top: 310,
  })
})
