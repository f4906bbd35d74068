import { expect, test } from 'vitest'
import { countFilters, readListInput, readListQuery, toListQuery } from './report-list'

const read = (query: string) => {
  const params = new URLSearchParams(query)
  return readListQuery((name) => params.getAll(name))
}

test('a list’s query is read as it was written', () => {
  const input = {
    ...readListInput({}),
    q: 'a & b',
    state: ['failed' as const, 'moving' as const],
    product: ['SMS' as const],
    from: '2026-01-01',
    sort: 'rows' as const,
    order: 'asc' as const,
    cursor: 'abc',
  }
  expect(toListQuery(input)).toBe(
    'q=a+%26+b&state=failed&state=moving&product=SMS&from=2026-01-01&sort=rows&order=asc&cursor=abc',
  )
  expect(read(toListQuery(input))).toEqual(input)
  expect(countFilters(input)).toBe(4)
})

test('what is as it is from the start is left out', () => {
  expect(toListQuery(readListInput({}))).toBe('')
  expect(read('')).toEqual(readListInput({}))
  expect(countFilters(read(''))).toBe(0)
})

test('only days that there are count', () => {
  expect(read('from=2026-02-28&to=2026-02-30&created=yesterday&createdTo=2026-1-1')).toEqual(
    read('from=2026-02-28'),
  )
})

test('text of several lines, or too long, is no search', () => {
  expect(read(`q=${'a'.repeat(201)}`).q).toBe('')
  expect(read('q=a%0Ab').q).toBe('')
  expect(read('q=+a+b+').q).toBe('a b')
})

test('nonsense is as if it were not there; each value counts once, and no more than fifty', () => {
  expect(read('state=failed&state=x&state=failed&q=a&q=b&sort=up&product=__proto__')).toEqual(
    read('state=failed'),
  )
  const ids = Array.from(
    { length: 60 },
    (_, n) => `00000000-0000-4000-8000-0000000000${`${n}`.padStart(2, '0')}`,
  )
  expect(read(ids.map((id) => `account=${id}`).join('&')).account).toEqual(ids.slice(0, 50))
})
