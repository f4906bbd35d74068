import { expect, it } from 'vitest'
import type { RecordFilter } from '@/lib/schemas/records'
import { withBound, withoutValue, withValue } from './value-filters'

const other: RecordFilter = { column: 'to', op: 'contains', text: '44' }

it('chooses by one value at a time, and leaves out one after the other', () => {
  const only = withValue('status', 'failed')([other])
  expect(withValue('status', '')(only)).toEqual([
    other,
    { column: 'status', op: 'is', values: [''] },
  ])
  const without = withoutValue('status', 'failed')(withoutValue('status', 'rejected')([other]))
  expect(withoutValue('status', 'failed')(without)).toEqual([
    other,
    { column: 'status', op: 'is-not', values: ['rejected', 'failed'] },
  ])
})

it('sets one bound and keeps the other', () => {
  const from = withBound('price', { from: '1' })([other])
  expect(withBound('price', { to: '2' })(from)).toEqual([
    other,
    { column: 'price', op: 'between', from: '1', to: '2' },
  ])
  expect(withBound('price', { from: '3' })(from)).toEqual([
    other,
    { column: 'price', op: 'between', from: '3' },
  ])
})
