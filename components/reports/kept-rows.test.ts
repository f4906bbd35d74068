import { expect, test } from 'vitest'
import { keepGoneRows } from './kept-rows'

const list = (ids: string) => [...ids].map((id) => ({ id }))
const say = (rows: readonly { id: string; isGone?: true }[]) =>
  rows.map(({ id, isGone }) => (isGone ? `(${id})` : id)).join('')

test.each([
  ['stays at its place', 'abc', 'ac', false, 'a(b)c'],
  ['stays at the top and the end', 'abc', 'b', false, '(a)b(c)'],
  ['stays where newer rows come above it', 'abc', 'xybc', false, 'xy(a)bc'],
  ['stays as the only one', 'a', '', false, '(a)'],
  ['goes when newer rows pushed it onto the next page', 'abc', 'xab', true, 'xab'],
  ['stays on a full page where it was among others', 'abc', 'acd', true, 'a(b)cd'],
  ['stays where a live order moved it onto another page', 'abc', 'bcd', true, '(a)bcd'],
])('a row that is gone %s', (_, before, rows, hasMore, shown) => {
  expect(say(keepGoneRows(list(before), list(rows), hasMore))).toBe(shown)
})

test('a row that was gone stays through further changes, and is itself again when it comes back', () => {
  const once = keepGoneRows(list('abc'), list('ac'), false)
  expect(say(keepGoneRows(once, list('c'), false))).toBe('(a)(b)c')
  expect(say(keepGoneRows(once, list('abc'), false))).toBe('abc')
})
