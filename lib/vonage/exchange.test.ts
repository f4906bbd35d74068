import { Dispatcher } from 'undici'
import { expect, it, vi } from 'vitest'
import { exchange } from './exchange'

/** A dispatcher whose connection is in the test's hands. */
class HeldDispatcher extends Dispatcher {
  handler: Dispatcher.DispatchHandler | undefined

  override dispatch(_options: unknown, handler: Dispatcher.DispatchHandler): boolean {
    this.handler = handler
    return true
  }

  /** What undici does once a connection stands: true when the request would now be written. */
  connected(): boolean {
    const abort = vi.fn<(reason: Error) => void>()
    this.handler?.onRequestStart?.({ abort } as unknown as Dispatcher.DispatchController, null)
    return abort.mock.calls.length === 0
  }
}

function start(dispatcher: Dispatcher, signal?: AbortSignal) {
  const options = { origin: 'http://127.0.0.1', path: '/', method: 'POST' } as const
  return exchange({ dispatcher, options, deadlineMs: 60_000, signal, read: async () => 'read' })
}

it('never writes a request that was given up while it connected', async () => {
  const dispatcher = new HeldDispatcher()
  const abortion = new AbortController()
  const done = start(dispatcher, abortion.signal)
  abortion.abort()
  await expect(done).rejects.toMatchObject({ kind: 'unreachable', code: 'ABORTED' })
  expect(dispatcher.connected()).toBe(false)
})

it('never writes a request twice', async () => {
  const dispatcher = new HeldDispatcher()
  const abortion = new AbortController()
  const done = start(dispatcher, abortion.signal)
  expect(dispatcher.connected()).toBe(true)
  expect(dispatcher.connected()).toBe(false)
  abortion.abort()
  await expect(done).rejects.toMatchObject({ kind: 'lost', requestSent: true })
})
