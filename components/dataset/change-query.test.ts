import { expect, it } from 'vitest'
import { withFilter, withoutFilter } from '@/lib/schemas/record-view'
import type { RecordFilter } from '@/lib/schemas/records'
import { changeQuery } from './change-query'

const status: RecordFilter = { column: 'status', op: 'is', values: ['failed'] }
const country: RecordFilter = { column: 'country', op: 'is', values: ['ES'] }

it('keeps what was changed shortly before, though nobody has drawn it yet', () => {
  const add = (one: RecordFilter) => (query: string) =>
    changeQuery(query, ({ filters }) => ({ filters: withFilter(filters, one) }))
  const both = add(country)(add(status)('q=x'))
  expect(both).toBe('is.status=failed&is.country=ES&q=x')
  expect(changeQuery(both, ({ filters }) => ({ filters: withoutFilter(filters, status) }))).toBe(
    'is.country=ES&q=x',
  )
})

it('begins at the first record again, unless told', () => {
  expect(changeQuery('q=x&start=100000', { search: 'y' })).toBe('q=y')
  expect(changeQuery('q=x', { start: 100_000 })).toBe('q=x&start=100000')
})
