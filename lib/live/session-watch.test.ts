import { expect, it, vi } from 'vitest'
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
