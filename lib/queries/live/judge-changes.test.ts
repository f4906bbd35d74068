import { expect, it } from 'vitest'
import { judgeChanges } from './judge-changes'

const page = {
  rows: [
    { id: 'a', version: 3 },
    { id: 'b', version: 7 },
  ],
}
const judge = (changes: [string, number][], data: Parameters<typeof judgeChanges>[0] = page) =>
  judgeChanges(data, new Map(changes), new Set(['old']))

it('reads nothing anew that is as new already', () => {
  expect(judge([['a', 3]])).toBe('same')
  expect(
    judge([
      ['a', 2],
      ['b', 7],
    ]),
  ).toBe('same')
})

it('knows a row that is older', () => {
  expect(judge([['a', 4]])).toBe('now')
  expect(
    judge([
      ['c', 1],
      ['b', 8],
    ]),
  ).toBe('now')
})

it('looks at once for a report that is not shown, and then has time', () => {
  expect(judge([['c', 1]])).toBe('now')
  expect(judge([['old', 9]])).toBe('later')
  expect(
    judge([
      ['old', 9],
      ['c', 1],
    ]),
  ).toBe('now')
})

it('reads one report for its own changes only', () => {
  const report = { id: 'a', version: 3, rows: 1204, events: [] }
  expect(judge([['a', 4]], report)).toBe('now')
  expect(judge([['a', 3]], report)).toBe('same')
  expect(judge([['c', 9]], report)).toBe('same')
})

it('reads anew what was never read to its end', () => {
  expect(judgeChanges(undefined, new Map([['a', 1]]), new Set())).toBe('now')
})
