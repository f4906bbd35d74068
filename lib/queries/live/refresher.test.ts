import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { reportKeys } from '../reports'
import { createRefresher, type Refresher } from './refresher'

type Row = { id: string; version: number }

let rows: Row[]
let reads: number
let readMs: number
let refresher: Refresher
let unsubscribe: () => void

beforeEach(async () => {
  vi.useFakeTimers()
  vi.stubGlobal('document', { visibilityState: 'visible' })
  ;[rows, reads, readMs] = [[{ id: 'a', version: 1 }], 0, 0]
  const client = new QueryClient()
  const observer = new QueryObserver(client, {
    queryKey: reportKeys.detail('page'),
    queryFn: async () => {
      reads++
      const answer = { rows: structuredClone(rows) }
      await new Promise((done) => setTimeout(done, readMs))
      return answer
    },
  })
  unsubscribe = observer.subscribe(() => {})
  refresher = createRefresher(client)
  await vi.advanceTimersByTimeAsync(1)
  reads = 0
})
afterEach(() => {
  refresher.stop()
  unsubscribe()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function change(id: string): void {
  const row = rows.find((known) => known.id === id)
  if (row) row.version++
  refresher.changed([[id, row?.version ?? 1]])
}

it('reads a change at once, and no more for a version that is shown', async () => {
  change('a')
  await vi.advanceTimersByTimeAsync(1)
  expect(reads).toBe(1)
  refresher.changed([['a', 2]])
  await vi.advanceTimersByTimeAsync(10_000)
  expect(reads).toBe(1)
})

it('never reads twice at once, and misses nothing that came while it read', async () => {
  readMs = 50
  change('a')
  await vi.advanceTimersByTimeAsync(10)
  change('a')
  change('a')
  expect(reads).toBe(1)
  await vi.advanceTimersByTimeAsync(40 + 50 * 5 - 1)
  expect(reads).toBe(1)
  await vi.advanceTimersByTimeAsync(2)
  expect(reads).toBe(2)
})

it('asks a slow server less often', async () => {
  readMs = 500
  for (let second = 0; second < 29; second++) {
    change('a')
    await vi.advanceTimersByTimeAsync(1_000)
  }
  expect(reads).toBe(10)
})

it('looks at once for what is not shown, and when it is not found every two seconds', async () => {
  change('x')
  await vi.advanceTimersByTimeAsync(1)
  expect(reads).toBe(1)
  for (let tenth = 0; tenth < 38; tenth++) {
    change('x')
    await vi.advanceTimersByTimeAsync(100)
  }
  expect(reads).toBe(2)
  // One that is shown, or new, does not wait for that.
  change('a')
  await vi.advanceTimersByTimeAsync(1)
  expect(reads).toBe(3)
  await vi.advanceTimersByTimeAsync(200)
  change('y')
  await vi.advanceTimersByTimeAsync(1)
  expect(reads).toBe(4)
})

it('leaves a hidden tab alone until it is seen', async () => {
  vi.stubGlobal('document', { visibilityState: 'hidden' })
  change('a')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(reads).toBe(0)
})
