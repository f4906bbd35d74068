import { Agent, type Dispatcher } from 'undici'

type Dispatchers = { reads: Agent; creates: Agent }

const byConnectTimeout = new Map<number, Dispatchers>()

/**
 * The connections to Vonage, shared by all clients of this process. A create never rides on a used
 * connection: the server may close an idle one at any moment, and a create whose answer is lost
 * can't be repeated. HTTP/2 is off: there a request may be sent again without our knowing.
 */
export function getDispatchers(connectTimeoutMs: number): Dispatchers {
  const known = byConnectTimeout.get(connectTimeoutMs)
  if (known) return known
  const options = { connectTimeout: connectTimeoutMs, allowH2: false }
  const made = {
    reads: new Agent({ ...options, pipelining: 1 }),
    creates: new Agent({ ...options, pipelining: 0 }),
  }
  byConnectTimeout.set(connectTimeoutMs, made)
  return made
}

/** Whether a request began to be written to a connection. */
export type SendWatch = { sent: boolean }

/** A dispatcher that notes in `watch` when a request begins to be written, and never lets one be written twice. */
export function watchSending(dispatcher: Dispatcher, watch: SendWatch): Dispatcher {
  return dispatcher.compose((dispatch) => (options, handler) => {
    const start = handler.onRequestStart?.bind(handler)
    handler.onRequestStart = (controller, context) => {
      if (watch.sent) {
        controller.abort(new Error('sent before'))
        return
      }
      watch.sent = true
      start?.(controller, context)
    }
    return dispatch(options, handler)
  })
}
