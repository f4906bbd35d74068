import { expect, test } from 'vitest'
import { describeOutcome, describeReport, describeUntouched } from './outcome-words'

const outcome = (done: number, ...refused: [string, number][]) => ({
  id: '1',
  title: 'One',
  done,
  refused: refused.map(([why, count]) => ({ why, count })),
})

test('tells the whole in a line, with what was not done', () => {
  expect(describeOutcome('delete', [outcome(2), outcome(1)])).toBe('3 files deleted')
  expect(describeOutcome('cancel', [outcome(1, ['It is ready now.', 2])])).toBe(
    '1 request cancelled, 2 not',
  )
})

test('tells of each report what was done, what was not, and why', () => {
  expect(describeReport('retry', outcome(2, ['The budget is used up.', 1]))).toEqual([
    { isDone: true, text: '2 requests asked for again.' },
    { isDone: false, text: '1 request not asked for again: The budget is used up.' },
  ])
  expect(describeReport('delete', outcome(0))).toEqual([])
})

test('counts the reports that there was nothing to do to', () => {
  expect(describeUntouched('delete', [outcome(1), outcome(0)])).toBe(
    '1 report had no file to delete.',
  )
  expect(describeUntouched('cancel', [outcome(0), outcome(0)])).toBe(
    '2 reports had nothing to cancel.',
  )
  expect(describeUntouched('retry', [outcome(0, ['No.', 1])])).toBe('')
})
