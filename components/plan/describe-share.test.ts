import { expect, test } from 'vitest'
import { describeShare } from './describe-share'

const day = 24 * 3600_000

test.each([
  [22 * day, 30 * day, '22 of 30 days are'],
  [22 * day, 30 * day - 3600_000, '22 of 30 days are'],
  [1.5 * day, 4 * day, '1.5 of 4 days are'],
  [0.01 * day, 4 * day, '0.0 of 4 days are'],
  [day / 2, day, '12 of 24 hours are'],
  [day, day, 'All of it is'],
])('%d of %d', (keptMs, askedMs, words) => {
  expect(describeShare({ keptMs, askedMs })).toBe(words)
})
