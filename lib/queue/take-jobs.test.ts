import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Taker, takeJobs } from './take-jobs'

type Job = { name: string; groupId: string }

let waiting: Job[]
let open: Map<string, () => void>
let finished: string[]
let faults: unknown[]
let taker: Taker

beforeEach(() => {
  vi.useFakeTimers()
  waiting = []
  open = new Map()
  finished = []
  faults = []
})
afterEach(async () => {
  for (const end of open.values()) end()
  await taker.stop()
  vi.useRealTimers()
})

function start(handle?: (job: Job) => Promise<void>): void {
  taker = takeJobs<Job>({
    fetch: async (full) => {
      const index = waiting.findIndex(({ groupId }) => !full.includes(groupId))
      return index < 0 ? null : (waiting.splice(index, 1)[0] ?? null)
    },
    handle: handle ?? (({ name }) => new Promise<void>((end) => open.set(name, end))),
    finish: async ({ name }) => void finished.push(name),
    atOnce: 3,
    perGroup: 2,
    pollMs: 1000,
    onFault: (error) => void faults.push(error),
  })
}

const jobs = (...names: string[]) => names.map((name) => ({ name, groupId: name.charAt(0) }))
const settle = () => vi.advanceTimersByTimeAsync(0)
const inHand = () => [...open.keys()].filter((name) => !finished.includes(name))

it('goes on with the next at once when one ends, without a notice and without a pause', async () => {
  waiting = jobs('a1', 'b1', 'c1', 'd1', 'e1')
  start()
  await settle()
  expect(inHand()).toEqual(['a1', 'b1', 'c1'])
  open.get('b1')?.()
  await settle()
  expect(inHand()).toEqual(['a1', 'c1', 'd1'])
})

it('leaves a hand to others while those of one group hang, and takes its next when one of them ends', async () => {
  waiting = jobs('a1', 'a2', 'a3', 'a4', 'b1')
  start()
  await settle()
  expect(inHand()).toEqual(['a1', 'a2', 'b1'])
  open.get('a2')?.()
  await settle()
  expect(inHand()).toEqual(['a1', 'b1', 'a3'])
})

it('looks by itself every second, and at once upon a notice', async () => {
  start()
  await settle()
  waiting = jobs('a1')
  await vi.advanceTimersByTimeAsync(999)
  expect(inHand()).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(inHand()).toEqual(['a1'])
  waiting = jobs('b1')
  taker.notice()
  await settle()
  expect(inHand()).toEqual(['a1', 'b1'])
})

it('tells what failed, and goes on', async () => {
  waiting = jobs('a1', 'b1')
  start(async ({ name }) => {
    if (name === 'a1') throw new Error('fell over')
  })
  await settle()
  expect(finished).toEqual(['a1', 'b1'])
  expect(faults).toHaveLength(1)
})

it('a stop waits for what is in hand and takes nothing more', async () => {
  waiting = jobs('a1')
  start()
  await settle()
  let stopped = false
  const stopping = taker.stop().then(() => {
    stopped = true
  })
  waiting = jobs('b1')
  await vi.advanceTimersByTimeAsync(60_000)
  expect([stopped, inHand()]).toEqual([false, ['a1']])
  open.get('a1')?.()
  await settle()
  await stopping
  expect(finished).toEqual(['a1'])
})
