import { describe, expect, it } from 'vitest'
import {
  emptyView,
  type RecordView,
  readRecordView,
  replaceFilter,
  withFilter,
  withoutFilter,
  writeRecordView,
} from './record-view'
import type { RecordFilter } from './records'

const view: RecordView = {
  product: 'SMS',
  filters: [
    { column: 'status', op: 'is', values: ['delivered', 'a,b&c=d', ''] },
    { column: 'status', op: 'is-not', values: ['failed'] },
    { column: 'to', op: 'starts-with', text: '44 77' },
    { column: 'message.body', op: 'contains', text: '100 % “ok”' },
    { column: 'date_received', op: 'between', from: '2026-01-01T00:00:00.000Z' },
    { column: 'total_price', op: 'between', from: '-0.05', to: '1' },
    { column: 'error_code', op: 'empty' },
    { column: 'client_ref', op: 'not-empty' },
  ],
  search: 'needle',
  sort: { column: 'total_price', descending: true },
  columns: ['to', 'status', 'price (2)'],
  start: 100_000,
}

it('writes a view into an address and reads the same', () => {
  expect(readRecordView(new URLSearchParams(writeRecordView(view)))).toEqual(view)
  expect(writeRecordView(emptyView)).toBe('')
  expect(readRecordView(new URLSearchParams())).toEqual(emptyView)
})

it('is legible', () => {
  const { filters, ...rest } = emptyView
  const one = { ...rest, filters: [...filters, ...view.filters.slice(1, 2)], search: 'x' }
  expect(writeRecordView(one)).toBe('not.status=failed&q=x')
})

it('leaves out what can’t be believed', () => {
  const query = 'product=NOPE&contains.to=&from.=&.x=1&order=desc&start=-3&bogus.a=b&from.a=&q=%20'
  expect(readRecordView(new URLSearchParams(query))).toEqual(emptyView)
})

it('replaces a filter of the same kind on the same column, and no other', () => {
  const [is, not] = view.filters
  const next = { column: 'status', op: 'is', values: ['failed'] } as const
  expect(withFilter(view.filters.slice(0, 2), { ...next, values: ['failed'] })).toEqual([not, next])
  expect(is).toBe(view.filters[0])
})

describe('what a column’s form applies', () => {
  const is: RecordFilter = { column: 'status', op: 'is', values: ['delivered', 'failed'] }
  const not: RecordFilter = { column: 'status', op: 'is-not', values: ['expired'] }
  const early: RecordFilter = { column: 'status', op: 'contains', text: 'deliv' }
  const late: RecordFilter = { column: 'status', op: 'contains', text: 'ered' }
  const other: RecordFilter = { column: 'to', op: 'contains', text: '44' }
  const all = [is, not, early, late, other]

  it('leaves the column’s other filters as they are', () => {
    const next: RecordFilter = { ...early, text: 'fail' }
    expect(replaceFilter(all, early, next)).toEqual([is, not, late, other, next])
    expect(replaceFilter(all, is, null)).toEqual([not, early, late, other])
    expect(replaceFilter([not], null, early)).toEqual([not, early])
  })

  it('can change its kind, and never stands there twice', () => {
    const next: RecordFilter = { ...not, values: ['failed'] }
    expect(replaceFilter(all, early, next)).toEqual([is, late, other, next])
    expect(replaceFilter(all, early, { ...late })).toEqual([is, not, other, late])
    expect(replaceFilter([early], early, { column: 'status', op: 'empty' })).toEqual([
      { column: 'status', op: 'empty' },
    ])
  })

  it('knows a filter by what it says', () => {
    const read = readRecordView(
      new URLSearchParams(writeRecordView({ ...emptyView, filters: all })),
    )
    expect(withoutFilter(read.filters, late)).toEqual([is, not, early, other])
  })
})
