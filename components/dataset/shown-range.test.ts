import { expect, it } from 'vitest'
import type { RecordFilter } from '@/lib/schemas/records'
import { shownRange } from './shown-range'

const range: RecordFilter = { column: 'price', op: 'between', from: '1' }
const not: RecordFilter = { column: 'price', op: 'is-not', values: ['2'] }
const empty: RecordFilter = { column: 'price', op: 'empty' }

it('shows what two bounds can say, and no other filter of the column', () => {
  expect(shownRange([not, range], 'price')).toEqual({ shown: range, range })
  expect(shownRange([not], 'price')).toEqual({ shown: null, range: null })
  expect(shownRange([range], 'duration')).toEqual({ shown: null, range: null })
})

it('knows the bounds also where the form begins with another kind', () => {
  expect(shownRange([empty, range], 'price')).toEqual({ shown: empty, range })
})
