import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Ending, type Run, superviseService } from './service'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function createFakeService() {
  const runs: { end: (ending: Partial<Ending>) => void }[] = []
  const said: string[] = []
  const givenUp: string[] = []
  const start = (): Run => {
    const ended = Promise.withResolvers<Ending>()
    runs.push({ end: (ending) => ended.resolve({ reason: 'fell over', final: false, ...ending }) })
    return {
      ready: Promise.resolve(),
      ended: ended.promise,
      stop: async () => ended.resolve({ reason: 'was stopped', final: false }),
    }
  }
  const service = superviseService({
    name: 'thing',
    start,
    say: (text) => void said.push(text),
    onGiveUp: (reason) => void givenUp.push(reason),
  })
  return { service, runs, said, givenUp }
}

test('starts again after pauses that double', async () => {
  const { service, runs } = createFakeService()
  for (const pauseMs of [500, 1000, 2000]) {
    const before = runs.length
    runs.at(-1)?.end({})
    await vi.advanceTimersByTimeAsync(pauseMs - 1)
    expect(runs).toHaveLength(before)
    await vi.advanceTimersByTimeAsync(1)
    expect(runs).toHaveLength(before + 1)
  }
  await service.stop()
})

test('forgets the long pause once a run has lasted', async () => {
  const { service, runs } = createFakeService()
  runs.at(-1)?.end({})
  await vi.advanceTimersByTimeAsync(500)
  await vi.advanceTimersByTimeAsync(61_000)
  runs.at(-1)?.end({})
  await vi.advanceTimersByTimeAsync(500)
  expect(runs).toHaveLength(3)
  await service.stop()
})

test('gives up at a final ending', async () => {
  const { service, runs, givenUp } = createFakeService()
  runs.at(-1)?.end({ reason: 'port in use', final: true })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(givenUp).toEqual(['thing: port in use'])
  expect(runs).toHaveLength(1)
  await service.stop()
})

test('a stop during a pause starts nothing more', async () => {
  const { service, runs } = createFakeService()
  runs.at(-1)?.end({})
  await vi.advanceTimersByTimeAsync(100)
  await service.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(runs).toHaveLength(1)
})

test('a restart is an ending like another', async () => {
  const { service, runs } = createFakeService()
  service.restart()
  await vi.advanceTimersByTimeAsync(500)
  expect(runs).toHaveLength(2)
  await service.stop()
})
