import { expect, it, onTestFinished, vi } from 'vitest'
import { createSessionWatch } from './session-watch'

it('ends what hangs on an ended session, once, and nothing else', async () => {
  const findEnded = vi.fn(async (ids: string[]) => ids.filter((id) => id === 's1'))
  const watch = createSessionWatch(findEnded, () => {})
  const [first, second, third] = [vi.fn(), vi.fn(), vi.fn()]
  watch.add({ id: 'ana', sessionId: 's1' }, first)
  watch.add({ id: 'ana', sessionId: 's1' }, second)
  watch.add({ id: 'ana', sessionId: 's2' }, third)
  await watch.check('ben')
  expect(findEnded).not.toHaveBeenCalled()
  await watch.check('ana')
  await watch.check()
  expect(findEnded.mock.calls).toEqual([[['s1', 's2']], [['s2']]])
  expect([first, second, third].map(({ mock }) => mock.calls.length)).toEqual([1, 1, 0])
})

it('asks no more for what is not open any more', async () => {
  const findEnded = vi.fn(async () => ['s1'])
  const watch = createSessionWatch(findEnded, () => {})
  const end = vi.fn()
  watch.add({ id: 'ana', sessionId: 's1' }, end)()
  await watch.check()
  expect(findEnded).not.toHaveBeenCalled()
  expect(end).not.toHaveBeenCalled()
})

it('goes on after a look that failed', async () => {
  const findEnded = vi.fn().mockRejectedValueOnce(new Error('gone')).mockResolvedValue(['s1'])
  const onFault = vi.fn()
  const watch = createSessionWatch(findEnded, onFault)
  const end = vi.fn()
  watch.add({ id: 'ana', sessionId: 's1' }, end)
  await watch.check()
  expect(onFault).toHaveBeenCalledTimes(1)
  expect(end).not.toHaveBeenCalled()
  await watch.check()
  expect(end).toHaveBeenCalledTimes(1)
})

it('makes one look at a time, and one more for all that was asked for meanwhile', async () => {
  const answer = Promise.withResolvers<string[]>()
  const findEnded = vi.fn().mockReturnValueOnce(answer.promise).mockResolvedValue([])
  const watch = createSessionWatch(findEnded, () => {})
  watch.add({ id: 'ana', sessionId: 's1' }, vi.fn())
  watch.add({ id: 'ben', sessionId: 's2' }, vi.fn())
  const checks = [watch.check('ana'), watch.check('ben'), watch.check('ben'), watch.check()]
  answer.resolve([])
  await Promise.all(checks)
  expect(findEnded.mock.calls).toEqual([[['s1']], [['s1', 's2']]])
})

it('gives up on a look that never comes back', async () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const findEnded = vi
    .fn()
    .mockReturnValueOnce(new Promise(() => {}))
    .mockResolvedValue(['s1'])
  const onFault = vi.fn()
  const watch = createSessionWatch(findEnded, onFault)
  const end = vi.fn()
  watch.add({ id: 'ana', sessionId: 's1' }, end)
  void watch.check()
  await vi.advanceTimersByTimeAsync(3_000)
  expect(onFault).toHaveBeenCalledTimes(1)
  await watch.check()
  expect(end).toHaveBeenCalledTimes(1)
})
