import { expect, it } from 'vitest'
import { moveCell } from './use-grid-keys'

const grid = { rows: 100, columns: 5, pageRows: 10 }
it.each([
  ['ArrowDown', false, { row: 51, column: 2 }],
  ['ArrowUp', false, { row: 49, column: 2 }],
  ['ArrowDown', true, { row: 99, column: 2 }],
  ['ArrowRight', false, { row: 50, column: 3 }],
  ['ArrowLeft', true, { row: 50, column: 0 }],
  ['PageDown', false, { row: 60, column: 2 }],
  ['PageUp', false, { row: 40, column: 2 }],
  ['Home', false, { row: 50, column: 0 }],
  ['Home', true, { row: 0, column: 0 }],
  ['End', false, { row: 50, column: 4 }],
  ['End', true, { row: 99, column: 4 }],
  ['a', false, null],
] as const)('%s (far: %s)', (key, isFar, expected) => {
  expect(moveCell({ row: 50, column: 2 }, key, isFar, grid)).toEqual(expected)
})

it('stays within', () => {
  expect(moveCell({ row: 99, column: 4 }, 'ArrowDown', false, grid)).toEqual({ row: 99, column: 4 })
  expect(moveCell({ row: 0, column: 0 }, 'ArrowLeft', false, grid)).toEqual({ row: 0, column: 0 })
})
