import { expect, it } from 'vitest'
import type { RecordColumn } from '@/lib/schemas/dataset'
import { moveKey, shownColumns } from './shown-columns'

const all = ['a', 'b', 'c'].map(
  (key): RecordColumn => ({ key, name: key, type: 'text', misfits: 0, isMasked: false }),
)
const keys = (columns: string[] | null, usual: string[]) =>
  shownColumns({ columns }, usual, all).map(({ key }) => key)

it('shows what the view says, of what is there', () => {
  expect(keys(['c', 'x', 'a'], ['b'])).toEqual(['c', 'a'])
  expect(keys(null, ['b', 'a'])).toEqual(['b', 'a'])
  expect(keys(['x'], ['b'])).toEqual(['a', 'b', 'c'])
})

it('moves a column by one place, and none beyond the end', () => {
  expect(moveKey(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c'])
  expect(moveKey(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b'])
  expect(moveKey(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
  expect(moveKey(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c'])
  expect(moveKey(['b', 'c'], 'a', 1)).toEqual(['b', 'c'])
})
