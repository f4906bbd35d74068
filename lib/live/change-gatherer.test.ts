import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createChangeGatherer } from './change-gatherer'

const windowMs = () => 100

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('tells the first change at once, and what comes within the window together', () => {
  const tell = vi.fn()
  const gatherer = createChangeGatherer(tell, { windowMs })
  gatherer.add('a', 1)
  vi.advanceTimersByTime(1)
  expect(tell.mock.calls).toEqual([[[['a', 1]]]])
  gatherer.add('b', 1)
  gatherer.add('c', 1)
  vi.advanceTimersByTime(98)
  expect(tell).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(2)
  expect(tell.mock.lastCall).toEqual([
    [
      ['b', 1],
      ['c', 1],
    ],
  ])
})

it('tells one version of a report, the highest, in whatever order they come', () => {
  const tell = vi.fn()
  const gatherer = createChangeGatherer(tell, { windowMs })
  for (const version of [5, 7, 6]) gatherer.add('a', version)
  vi.advanceTimersByTime(1)
  expect(tell.mock.calls).toEqual([[[['a', 7]]]])
})

it('is quick again after a quiet time, and tells nothing meanwhile', () => {
  const tell = vi.fn()
  const gatherer = createChangeGatherer(tell, { windowMs })
  gatherer.add('a', 1)
  vi.advanceTimersByTime(10_000)
  expect(tell).toHaveBeenCalledTimes(1)
  gatherer.add('a', 2)
  vi.advanceTimersByTime(1)
  expect(tell).toHaveBeenCalledTimes(2)
})

it('says only that there was much when there was', () => {
  const tell = vi.fn()
  const gatherer = createChangeGatherer(tell, { windowMs, most: 2 })
  for (const id of ['a', 'b', 'c']) gatherer.add(id, 1)
  vi.advanceTimersByTime(1)
  expect(tell.mock.calls).toEqual([[null]])
  gatherer.add('d', 1)
  vi.advanceTimersByTime(100)
  expect(tell.mock.lastCall).toEqual([[['d', 1]]])
})
